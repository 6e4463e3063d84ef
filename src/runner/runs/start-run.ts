import { processEngine } from '../engines/process.js';
import { localHost } from '../hosts/local.js';
import { rememberWorkspace } from '../known-workspaces.js';
import { prepareRun, removeRunFolder, type RunPlan } from './prepare-run.js';
import type { Run } from './run.js';

/**
 * Prepares a run in a workspace of this machine and starts it detached: it goes on when the program or the terminal ends.
 * @param workspace absolute path
 * @throws Error with one sentence when it could not be started; no run is left behind then
 */
export async function startRun(workspace: string, plan: RunPlan): Promise<Run> {
  const problem = await plan.trainer.problem();
  if (problem) throw new Error(problem);
  const host = localHost();
  const run = await prepareRun(host, workspace, plan);
  await rememberWorkspace(workspace);
  try {
    await processEngine().submit(host, run.folder);
  } catch (error) {
    await removeRunFolder(host, run.folder);
    throw error;
  }
  return run;
}
