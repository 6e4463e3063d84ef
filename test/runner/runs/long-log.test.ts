import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLocalRun, watchRun, type Run, type RunSnapshot } from '../../../src/runner/runs.js';
import { lookAtRun } from '../../../src/runner/runs/look.js';
import { tempFolder } from '../temp-folder.js';

const steps = 60_000;

/** A run of many steps that was started on an earlier boot: gone, with a long log. */
async function longRun(): Promise<Run> {
  const workspace = await tempFolder();
  const folder = join(workspace, '.loradeck/runs/long');
  await mkdir(folder, { recursive: true });
  const file = { id: 'long', created: new Date().toISOString(), workspace, argv: ['x'], cwd: workspace, env: {}, host: 'local', engine: 'process' };
  await writeFile(join(folder, 'run.json'), JSON.stringify({ ...file, trainer: 'sd-scripts', recorded: null, paths: {}, output: join(workspace, 'output') }));
  await writeFile(join(folder, 'pid'), '4242 1 another-boot\n');
  const frames = Array.from({ length: steps }, (_, n) => `\rsteps: ${String(Math.floor((n * 100) / steps)).padStart(3)}%|          | ${n}/${steps} [00:10<00:10,  2.00it/s, avr_loss=0.${100 + (n % 900)}]`);
  const head = `running training / x\n  num epochs / epoch: 1\n  total optimization steps / x: ${steps}\n\nepoch 1/1\n`;
  await writeFile(join(folder, 'output.log'), head + frames.join(''));
  const run = await openLocalRun(folder);
  if (!run) throw new Error('the run cannot be opened');
  return run;
}

test('a long log is shown at once by its head and its tail, then read whole', async () => {
  const run = await longRun();
  expect(await lookAtRun(run)).toMatchObject({ whole: false, state: { outcome: 'vanished', step: steps - 1, total_steps: steps } });
  const seen: RunSnapshot[] = [];
  const watcher = watchRun(run);
  watcher.onChange((snapshot) => seen.push({ ...snapshot, series: structuredClone(snapshot.series) }));
  const last = await watcher.done;
  expect(seen[0]).toMatchObject({ partial: true, state: { step: steps - 1, total_steps: steps, epoch: 1 } });
  expect(seen.at(-1)?.partial).toBe(false);
  expect(last.state).toMatchObject({ outcome: 'vanished', step: steps - 1 });
  expect(last.series.step).toHaveLength(steps - 1);
});

test('a watcher that is closed says nothing more', async () => {
  const watcher = watchRun(await longRun());
  let calls = 0;
  watcher.onChange(() => calls++);
  watcher.close();
  await watcher.done;
  expect(calls).toBe(0);
});
