import { startRun } from '../../src/runner/runs.js';
import { samplePlan } from './sample-run.js';

// A program that starts a run, says its id, and stays: what happens to the run when this program dies is the test.
const [workspace = '', child = '', recordings = '', name = '', speed = '1'] = process.argv.slice(2);
const run = await startRun(workspace, await samplePlan(workspace, { child, recordings, name, speed: Number(speed) }));
process.stdout.write(`started ${run.id}\n`);
setInterval(() => {}, 1000);
