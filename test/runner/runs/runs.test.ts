import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn as spawnPty } from '@lydell/node-pty';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { conclude } from '../../../src/core/training/conclude.js';
import { createTrainerReader } from '../../../src/core/training/reader.js';
import { stateToJson } from '../../../src/core/training/state-json.js';
import { findRun, listRuns, startRun, stopRun, watchRun, type Run, type RunPlan } from '../../../src/runner/runs.js';
import { lookAtRun } from '../../../src/runner/runs/look.js';
import { prepareRun } from '../../../src/runner/runs/prepare-run.js';
import { localHost } from '../../../src/runner/hosts/local.js';
import { rememberWorkspace } from '../../../src/runner/known-workspaces.js';
import { recordingsFolder } from '../../../src/runner/trainers/recorded.js';
import { buildPrograms, type Programs } from '../build-programs.js';
import { makeWorkspace, samplePlan } from '../sample-run.js';
import { tempFolder, until } from '../temp-folder.js';

let programs: Programs;
beforeAll(async () => {
  programs = await buildPrograms();
});
beforeEach(async () => {
  vi.stubEnv('XDG_DATA_HOME', join(await tempFolder('loradeck-data-')));
});

async function begin(name: string, speed: number, root?: string, values = {}): Promise<Run> {
  const workspace = await makeWorkspace(root ?? (await tempFolder()));
  return started(workspace, await samplePlan(workspace, { child: programs.child, name, speed }, values));
}

/** Starts a run that ends with the test, whatever becomes of the test. */
async function started(workspace: string, plan: RunPlan): Promise<Run> {
  const run = await startRun(workspace, plan);
  onTestFinished(() => run.engine.signal(run.host, run.folder, 'kill'));
  return run;
}

/** What the parser says of a recording's bytes, and its exit code. */
function recorded(name: string, file: string, exit: number) {
  const reader = createTrainerReader();
  reader.push(readFileSync(join(recordingsFolder(), name, file)));
  reader.end();
  return stateToJson(conclude(reader.state(), { exit }), reader.series());
}

async function ended(run: Run) {
  const { state, series, files } = await watchRun(run, { intervalMs: 20 }).done;
  return { json: stateToJson({ ...state, last_output_s: null }, series), files };
}

const training = (run: Run) => async () => ((await lookAtRun(run)).state.step ?? 0) > 2;

describe('a run', () => {
  test('is a folder that tells what was trained and how', async () => {
    const run = await begin('x_recommended_unbuffered_columns400', 1000);
    expect(run.id).toMatch(/^\d{4}-\d\d-\d\d-\d{4}-pipnix$/);
    expect(run.folder).toBe(join(run.workspace, '.loradeck/runs', run.id));
    const file = JSON.parse(await readFile(join(run.folder, 'run.json'), 'utf8')) as Record<string, unknown>;
    expect(file).toMatchObject({
      id: run.id,
      cwd: run.workspace,
      host: 'local',
      engine: 'process',
      trainer: 'recording x_recommended_unbuffered_columns400',
      recorded: { name: 'x_recommended_unbuffered_columns400' },
      env: { PYTHONUNBUFFERED: '1', COLUMNS: '400', PYTHONUTF8: '1' },
      paths: { '/home/user/lora/model': join(run.workspace, 'output') },
    });
    expect(await readFile(join(run.folder, 'config.toml'), 'utf8')).toBe('train_data_dir = "."\n');
    expect(JSON.parse(await readFile(join(run.folder, 'dataset.json'), 'utf8'))).toMatchObject({
      concepts: [{ folder: '10_pipnix', repeats: 10, images_with_repeats: 20, images: [{ caption: 'pipnix, solo, 001' }, {}] }],
    });
    await ended(run);
    expect(await readFile(join(run.folder, 'exit'), 'utf8')).toBe('0\n');
  });

  test('two that start in the same minute get two ids, and each is found from anywhere', async () => {
    const first = await begin('l_empty_dataset', 1000);
    const second = await begin('l_empty_dataset', 1000, first.workspace);
    expect(second.id).not.toBe(first.id);
    // They may have started on both sides of a full minute.
    if (second.id.slice(0, 15) === first.id.slice(0, 15)) expect(second.id).toBe(`${first.id}-2`);
    expect((await findRun(first.id))?.folder).toBe(first.folder);
    expect((await findRun(second.id))?.folder).toBe(second.folder);
    expect(await findRun('none')).toBeNull();
    await Promise.all([ended(first), ended(second)]);
    const rows = await listRuns();
    expect(rows.map(({ id, recording, state }) => [id, recording, state.outcome])).toEqual([
      [second.id, 'l_empty_dataset', 'no-data'],
      [first.id, 'l_empty_dataset', 'no-data'],
    ]);
    expect(rows[0]?.created).toBe(second.file.created);
  });

  test.each([
    ['x_long_400_steps', 'pty.bin', 5],
    ['x_recommended_unbuffered_columns400', 'merged.bin', 6],
  ])('%s, watched to its end, is what the parser reads in the recording', async (name, file, saves) => {
    const run = await begin(name, 400);
    const { json, files } = await ended(run);
    expect(json).toEqual(recorded(name, file, 0));
    expect(json.outcome).toBe('finished');
    expect(await readFile(join(run.folder, 'output.log'))).toEqual(readFileSync(join(recordingsFolder(), name, file)));
    expect(files).toHaveLength(saves);
    for (const { file: saved, path, bytes, complete } of files) {
      expect(path).toBe(join(run.workspace, 'output', saved));
      if (json.removed.includes(saved)) expect(bytes).toBeNull();
      else expect(complete).toBe(true);
    }
    expect((await lookAtRun(run)).state.outcome).toBe('finished');
  });

  test('“No data found” ends with exit code 0 and is no success', async () => {
    const { json } = await ended(await begin('l_empty_dataset', 1000));
    expect(json.outcome).toBe('no-data');
  });

  test('goes on when its starter is killed, and another program watches it to the end', async () => {
    const workspace = await makeWorkspace(await tempFolder());
    const parts = [workspace, programs.child, recordingsFolder(), 'x_recommended_unbuffered_columns400', '20'];
    const starter = spawn(process.execPath, [programs.starter, ...parts], { stdio: ['ignore', 'pipe', 'inherit'] });
    const id = await new Promise<string>((done) => starter.stdout.once('data', (said: Buffer) => done(said.toString().trim().slice(8))));
    const run = await findRun(id, [workspace]);
    if (!run) throw new Error('the run is not found');
    starter.kill('SIGKILL');
    await until('the death of the starter', () => starter.exitCode !== null || starter.signalCode !== null);
    expect((await lookAtRun(run)).state.outcome).toBeNull();
    const seen = new Set<number | null>();
    const watcher = watchRun(run, { intervalMs: 20 });
    watcher.onChange(({ state }) => seen.add(state.step));
    const { state, series } = await watcher.done;
    expect(seen.size).toBeGreaterThan(5);
    expect(stateToJson({ ...state, last_output_s: null }, series)).toEqual(recorded('x_recommended_unbuffered_columns400', 'merged.bin', 0));
  });

  test('goes on when the terminal that started it goes away', async () => {
    const workspace = await makeWorkspace(await tempFolder());
    const parts = [workspace, programs.child, recordingsFolder(), 'x_recommended_unbuffered_columns400', '20'];
    const terminal = spawnPty(process.execPath, [programs.starter, ...parts], { cols: 80, rows: 24 });
    let said = '';
    terminal.onData((data) => (said += data));
    await until('the start', () => said.includes('started '));
    const gone = new Promise((done) => terminal.onExit(done));
    terminal.kill('SIGHUP');
    await gone;
    const [row] = await listRuns([workspace]);
    expect(row?.state.outcome).toBeNull();
    expect((await ended(row!.run)).json.outcome).toBe('finished');
  });
});

describe('stopping', () => {
  test('now: interrupts, shows it meanwhile, and the run counts as interrupted', async () => {
    const run = await begin('x_long_400_steps', 20);
    await until('training', training(run));
    const phases = new Set<string>();
    const watcher = watchRun(run, { intervalMs: 5 });
    watcher.onChange(({ state }) => phases.add(state.phase));
    expect(await stopRun(run, 'now')).toMatchObject({ outcome: 'interrupted', phase: 'ended', error: null });
    expect((await watcher.done).state.outcome).toBe('interrupted');
    expect(await readFile(join(run.folder, 'exit'), 'utf8')).toBe('130\n');
    const log = await readFile(join(run.folder, 'output.log'), 'utf8');
    expect(log.match(/^KeyboardInterrupt/gm)).toHaveLength(2);
    expect(log).toMatch(/\rsteps: [^\r\n]*\]\r\n$/);
  });

  test('force: kills at once, and the run counts as killed', async () => {
    const run = await begin('x_long_400_steps', 20);
    await until('training', training(run));
    expect(await stopRun(run, 'force')).toMatchObject({ outcome: 'killed', phase: 'ended' });
    expect(existsSync(join(run.folder, 'exit'))).toBe(false);
    expect((await ended(run)).json.outcome).toBe('killed');
  });

  test('a trainer that hears neither interrupt nor terminate is killed; until then it is stopping', async () => {
    const workspace = await makeWorkspace(await tempFolder());
    const plan = await samplePlan(workspace, { child: programs.child, name: 'x_long_400_steps' });
    const deaf = { argv: ['sh', '-c', 'trap "" INT TERM; echo deaf; while :; do sleep 0.05; done'], cwd: workspace, env: {}, output: workspace, paths: {} };
    const run = await started(workspace, { ...plan, trainer: { label: 'deaf', recording: null, problem: async () => null, command: async () => deaf } });
    await until('its first line', async () => (await readFile(join(run.folder, 'output.log'), 'utf8')).includes('deaf'));
    const stopped = stopRun(run, 'now', { interruptMs: 200, terminateMs: 200 });
    await until('stopping', async () => (await lookAtRun(run)).state.phase === 'stopping');
    expect((await lookAtRun(run)).state.outcome).toBeNull();
    expect((await stopped).outcome).toBe('killed');
  });

  test('a terminate from elsewhere counts as killed; one that ended is left as it is', async () => {
    const run = await begin('x_long_400_steps', 20);
    await until('training', training(run));
    await run.engine.signal(run.host, run.folder, 'terminate');
    expect((await ended(run)).json.outcome).toBe('killed');
    expect((await stopRun(run, 'force')).outcome).toBe('killed');
    expect(existsSync(join(run.folder, 'stop.json'))).toBe(false);
  });
});

describe('what is left of a run', () => {
  test('gone without an exit code and without a stop: it vanished', async () => {
    const run = await begin('x_long_400_steps', 20);
    await until('training', training(run));
    const watcher = watchRun(run, { intervalMs: 20 });
    await run.engine.signal(run.host, run.folder, 'kill');
    expect((await watcher.done).state).toMatchObject({ outcome: 'vanished', phase: 'ended' });
    expect((await listRuns([run.workspace]))[0]?.state.outcome).toBe('vanished');
  });

  test('a pid that belongs to another process now: it vanished', async () => {
    const run = await begin('l_empty_dataset', 1000);
    await ended(run);
    await rm(join(run.folder, 'exit'));
    await writeFile(join(run.folder, 'output.log'), '');
    const [, ...rest] = (await readFile(join(run.folder, 'pid'), 'utf8')).split(' ');
    await writeFile(join(run.folder, 'pid'), [process.pid, ...rest].join(' '));
    expect((await ended(run)).json.outcome).toBe('vanished');
  });

  test('prepared and never started: waiting at first, vanished later; a damaged folder is left out', async () => {
    const workspace = await makeWorkspace(await tempFolder());
    const plan = await samplePlan(workspace, { child: programs.child, name: 'l_empty_dataset' });
    const run = await prepareRun(localHost(), workspace, plan);
    expect((await lookAtRun(run)).state).toMatchObject({ outcome: null, phase: 'starting' });
    const past = new Date(Date.now() - 60_000);
    await utimes(join(run.folder, 'run.sh'), past, past);
    expect((await lookAtRun(run)).state.outcome).toBe('vanished');
    await mkdir(join(workspace, '.loradeck/runs/damaged'));
    await writeFile(join(workspace, '.loradeck/runs/damaged/run.json'), '{"id": 3');
    await rememberWorkspace(join(workspace, 'never was'));
    expect(await listRuns()).toEqual([]);
    expect(await listRuns([workspace, workspace])).toHaveLength(1);
  });

  test('a trainer that cannot be started leaves no run', async () => {
    const workspace = await makeWorkspace(await tempFolder());
    const plan = await samplePlan(workspace, { child: programs.child, name: '../../etc' });
    await expect(startRun(workspace, plan)).rejects.toThrow(/^There is no recording “\.\.\/\.\.\/etc”; there are: .*x_long_400_steps/);
    expect(await listRuns([workspace])).toEqual([]);
  });

  test('a save whose file was not written to its end is not stated', async () => {
    const run = await begin('x_recommended_unbuffered_columns400', 1000);
    const { files } = await ended(run);
    const broken = files.find(({ file }) => file === 'hmbrgrlora-000002.safetensors')!;
    await truncate(broken.path, (broken.bytes ?? 0) - 1);
    const { json } = await ended(run);
    expect(json.checkpoints.map(({ file }) => file)).not.toContain(broken.file);
    expect(json.checkpoints).toHaveLength(files.length - 1);
  });
});

describe('the pace of a recorded run', () => {
  test('is the recorded one, divided by the speed, but for the blind start', async () => {
    const run = await begin('x_recommended_unbuffered_columns400', 8);
    await ended(run);
    const [from, to] = await Promise.all(['pid', 'exit'].map((name) => run.host.info(join(run.folder, name))));
    // First output at 9.4 s of the record, cut to 1 s; last at 24.5 s.
    const meant = ((24.476 - 9.411 + 1) / 8) * 1000;
    const real = to!.mtimeMs - from!.mtimeMs;
    expect(real).toBeGreaterThan(meant - 50);
    // At the recorded pace it would be 16 s; a busy machine may be late.
    expect(real).toBeLessThan(meant + 6000);
  });
});

describe('the files of a recorded run', () => {
  test('are small safetensors with the recorded metadata, each with its own epoch and steps', async () => {
    const run = await begin('a_lora_adamw', 1000);
    const { files } = await ended(run);
    const headers = files.map(({ path }) => readHeader(path));
    expect(headers.map(({ __metadata__: { ss_epoch, ss_steps } }) => [ss_epoch, ss_steps])).toEqual([['1', '18'], ['2', '36'], ['3', '54']]);
    for (const { __metadata__ } of headers) {
      expect(__metadata__).toMatchObject({ ss_network_module: 'networks.lora', ss_optimizer: 'torch.optim.adamw.AdamW', loradeck_recording: 'a_lora_adamw' });
    }
    for (const { bytes } of files) expect(bytes).toBeLessThan(16_384);
  });

  test('never take the place of a checkpoint that somebody trained', async () => {
    const workspace = await tempFolder();
    await mkdir(join(workspace, 'models'));
    await writeFile(join(workspace, 'models/hmbrgrlora.safetensors'), 'three weeks of work');
    const run = await begin('a_lora_adamw', 1000, workspace, { output_dir: 'models' });
    const { files } = await ended(run);
    expect(await readFile(join(workspace, 'models/hmbrgrlora.safetensors'), 'utf8')).toBe('three weeks of work');
    expect(files.map(({ path, complete }) => [path.startsWith(`${run.folder}/output/`), complete])).toEqual(files.map(() => [true, true]));
  });
});

interface Header {
  __metadata__: Record<string, string>;
}

/** Reads a safetensors header by the format's own rules. */
function readHeader(path: string): Header {
  const bytes = readFileSync(path);
  const length = Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString()) as Header & Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;
  const tensors = Object.entries(header).filter(([name]) => name !== '__metadata__');
  const sizes = tensors.map(([, { shape, data_offsets: [from, to] }]) => [to - from, shape.reduce((all, one) => all * one, 2)]);
  for (const [real, meant] of sizes) expect(real).toBe(meant);
  expect(8 + length + Math.max(...tensors.map(([, tensor]) => tensor.data_offsets[1]))).toBe(bytes.length);
  expect((8 + length) % 8).toBe(0);
  return header;
}
