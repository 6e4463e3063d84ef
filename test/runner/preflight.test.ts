import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { scanWorkspace } from '../../src/core/dataset/scan.js';
import { planTraining } from '../../src/runner/preflight.js';
import { startRun, stopRun, type Run } from '../../src/runner/runs.js';
import { buildPrograms } from './build-programs.js';
import { makeWorkspace, samplePlan } from './sample-run.js';
import { tempFolder } from './temp-folder.js';

beforeEach(async () => {
  vi.stubEnv('XDG_DATA_HOME', await tempFolder('loradeck-data-'));
  vi.stubEnv('XDG_CONFIG_HOME', await tempFolder('loradeck-config-'));
});

/** A checkout of sd-scripts in the configuration, whose Python does nothing for a minute. */
async function configureTrainer(): Promise<void> {
  const checkout = await tempFolder();
  await writeFile(join(checkout, 'train_network.py'), '');
  await writeFile(join(checkout, 'python'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
  const folder = join(process.env['XDG_CONFIG_HOME'] ?? '', 'loradeck');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'config.toml'), `[trainer]\npath = "${checkout}"\npython = "${checkout}/python"\n`);
}

const settings = (workspace: string, text: string) => writeFile(join(workspace, 'loradeck.toml'), text);

async function sameSaves(workspace: string, options = {}) {
  const { findings } = await planTraining(workspace, { findings: [], ...options });
  return findings.filter(({ message }) => message.includes('still training'));
}

/** Starts what would be started, until the test ends. */
async function begin(workspace: string): Promise<Run> {
  const { plan } = await planTraining(workspace, { findings: [] });
  const run = await startRun(workspace, plan);
  onTestFinished(() => run.engine.signal(run.host, run.folder, 'kill'));
  return run;
}

test('the sample workspace plays a recording, also where a trainer is configured', async () => {
  await configureTrainer();
  const sample = resolve('fixtures/workspace');
  expect((await planTraining(sample, { findings: [] })).plan.trainer.recording).toBe('x_long_400_steps');
  const other = await makeWorkspace(await tempFolder());
  expect((await planTraining(other, { findings: [] })).plan.trainer.recording).toBeNull();
});

test('S04: a live run that saves under the same name in the same folder is warned of until it ends', async () => {
  await configureTrainer();
  const workspace = await makeWorkspace(await tempFolder());
  await settings(workspace, 'output_name = "pipnix"\noutput_dir = "output"\n');
  expect(await sameSaves(workspace)).toEqual([]);
  const run = await begin(workspace);
  expect(await sameSaves(workspace)).toMatchObject([
    {
      rule: 'S04', level: 'warn', blocks: false, key: 'output_name',
      message: `${run.id} is still training and saves under the same name “pipnix”: its files would be overwritten; set another output name.`,
    },
  ]);
  // A recording has names of its own.
  expect(await sameSaves(workspace, { recording: 'x_long_400_steps' })).toEqual([]);
  await settings(workspace, 'output_name = "pipnix-v2"\noutput_dir = "output"\n');
  expect(await sameSaves(workspace)).toEqual([]);
  await settings(workspace, 'output_name = "pipnix"\noutput_dir = "elsewhere"\n');
  expect(await sameSaves(workspace)).toEqual([]);
  await settings(workspace, 'output_name = "pipnix"\noutput_dir = "output"\n');
  await stopRun(run, 'force');
  expect(await sameSaves(workspace)).toEqual([]);
});

test('S04: two recordings compare the folder and the recorded names', async () => {
  const { child } = await buildPrograms();
  const workspace = await makeWorkspace(await tempFolder());
  await settings(workspace, 'output_name = "pipnix"\noutput_dir = "output"\n');
  const plan = await samplePlan(workspace, { child, name: 'x_long_400_steps' }, { output_dir: 'output' });
  const run = await startRun(workspace, { ...plan, dataset: await scanWorkspace(workspace) });
  onTestFinished(() => run.engine.signal(run.host, run.folder, 'kill'));
  expect(await sameSaves(workspace)).toMatchObject([
    { rule: 'S04', level: 'warn', blocks: false, key: 'output_dir', message: expect.stringMatching(/ “hmbrgrlora”: .*; set another output folder\.$/) as string },
  ]);
  await settings(workspace, 'output_name = "pipnix"\noutput_dir = "elsewhere"\n');
  expect(await sameSaves(workspace)).toEqual([]);
});
