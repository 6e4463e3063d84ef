import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startRun, type Run } from '../../src/runner/runs.js';
import { against } from '../../src/screens/training/start-lines.js';
import { buildPrograms, type Programs } from '../runner/build-programs.js';
import { makeWorkspace, samplePlan } from '../runner/sample-run.js';
import { tempFolder, until } from '../runner/temp-folder.js';
import { expectWhole, showTraining, type Shown } from './training/show.js';

let programs: Programs;
let root: string;
let config: string;
const open: Shown[] = [];

beforeAll(async () => {
  programs = await buildPrograms();
});

beforeEach(async () => {
  const home = await tempFolder('loradeck-training-');
  config = join(home, 'config');
  vi.stubEnv('XDG_DATA_HOME', join(home, 'data'));
  vi.stubEnv('XDG_CONFIG_HOME', config);
  vi.stubEnv('XDG_CACHE_HOME', join(home, 'cache'));
  root = await makeWorkspace(join(home, 'Pipnix'));
  await writeFile(join(root, 'loradeck.toml'), 'train_data_dir = "."\nmax_train_epochs = 3\n\n[loradeck]\nfamily = "sd15"\n');
});

afterEach(() => {
  for (const shown of open.splice(0)) shown.close();
});

const begin = async (name: string, speed = 1000): Promise<Run> => startRun(root, await samplePlan(root, { child: programs.child, name, speed }));

async function show(columns: number, rows: number): Promise<Shown> {
  const shown = await showTraining(root, columns, rows);
  open.push(shown);
  expect(shown.deck.session.getState().message).toBeNull();
  return shown;
}

describe('a run that is watched', () => {
  test.each([
    [80, 24],
    [200, 50],
  ])('shows epoch, step, curve, saves and log at %i×%i', async (columns, rows) => {
    await begin('x_long_400_steps', 400);
    const { sees, text, lines } = await show(columns, rows);
    await sees('step   400/400', 30_000);
    await sees('finished on local');
    await sees('hmbrgrlora ');
    await sees('steps: 100%  400/400');
    expect(text()).toMatch(/epoch 10\/10 +█{10}/);
    expect(text()).toMatch(/100% +01:07/);
    expect(text()).toMatch(/loss 0\.965 +lowest 0\.\d+ at step \d+/);
    // Curve with its scale, epochs below, the five saves on the axis.
    expect(text()).toMatch(/1\.22 ┤[⠁-⣿]/);
    expect(text().match(/[⠁-⣿]/g)?.length).toBeGreaterThan(columns / 4);
    expect(text()).toMatch(columns > 100 ? /epoch 2 .*epoch 10/ : /1 +2 +3 .* 10/);
    const axisLine = lines().find((line) => line.includes('◆ saved'));
    expect(axisLine?.match(/◆/g)).toHaveLength(6);
    if (columns > 100) {
      for (const epoch of [2, 4, 6, 8]) expect(text()).toMatch(new RegExp(`hmbrgrlora-00000${epoch} .* epoch ${epoch} +step ${epoch * 40} `));
      expect(text()).toMatch(/5 hmbrgrlora +\d.* epoch 10 +step 400 /);
    } else expect(text()).toMatch(/5 hmbrgrlora +.* e10 +400 /);
    expectWhole(lines(), columns);
  });

  test('says in list and title that it is a recording, however narrow', async () => {
    const run = await begin('x_recommended_unbuffered_columns400', 1000);
    const narrow = await show(80, 24);
    await narrow.sees('finished on local');
    expect(narrow.lines()[1]).toMatch(new RegExp(`${run.id} +finished +recording`));
    expect(narrow.text()).toMatch(/✓ finished on local .* RECORDING ─/);
    const wide = await show(200, 50);
    await wide.sees('RECORDING x_recommended_unbuffered_columns400');
    expect(wide.text()).toContain('finished · recording x_recommended');
  });

  test('moves while it goes on, and is found by a program that comes later', async () => {
    await begin('x_long_400_steps', 8);
    const { sees, press, deck } = await show(100, 30);
    await sees('● training on local', 20_000);
    const steps = new Set<number | null>();
    const stop = deck.session.subscribe(({ runs }) => steps.add(runs[0]?.state.step ?? null));
    onTestFinished(stop);
    await until('ten different steps', () => steps.size > 10, 20_000);
    await sees('ends ');
    await sees('left');
    press('S', '2');
    await sees('killed on local', 10_000);
  });

  test('S, enter interrupts it: its true state is shown until it is interrupted', async () => {
    await begin('x_long_400_steps', 20);
    const { sees, press, deck, text } = await show(80, 24);
    await sees('● training', 20_000);
    press('S');
    await sees('stop now (interrupt)');
    await sees('saves nothing more');
    press('down');
    await sees('Ends all of its processes at once');
    press('up', 'enter');
    await sees('■ interrupted on local', 10_000);
    expect(text()).toContain('■ interrupted: stopped by an interrupt; what it saved before stays.');
    await until('the word on it', () => deck.session.getState().message?.text.endsWith(': interrupted.') === true);
    press('S');
    expect(deck.session.getState().message?.text).toContain('has ended already');
  });
});

test('a trainer that does not listen is shown as stopping until it is gone', async () => {
  const plan = await samplePlan(root, { child: programs.child, name: 'x_long_400_steps' });
  const deaf = { argv: ['sh', '-c', 'trap "" INT TERM; echo deaf; while :; do sleep 0.05; done'], cwd: root, env: {}, output: root, paths: {} };
  await startRun(root, { ...plan, trainer: { label: 'deaf', recording: null, problem: async () => null, command: async () => deaf } });
  const { sees, press, text } = await show(80, 24);
  await sees('│ deaf', 10_000);
  await sees('the trainer is starting: 10–20 s before its first line are usual');
  expect(text()).not.toMatch(/recording/i);
  press('S', 'enter');
  await sees('● stopping on local', 10_000);
  await sees('stopping: the trainer is on its way out');
  press('S', '2');
  await sees('■ killed on local', 10_000);
});

describe('a run that went wrong says why, first', () => {
  test.each([
    ['l_oom_rlimit', 'failed', 'The computer ran out of main memory.', '→ Lower the batch size', 'RuntimeError: '],
    ['l_empty_dataset', 'no data found', 'holds no folder named', '→ Give it the folder', 'No data found.'],
  ])('%s', async (name, outcome, cause, advice, said) => {
    await begin(name);
    const { sees, lines, text } = await show(80, 24);
    await sees(`✗ ${outcome} on local`, 20_000);
    const first = lines().findIndex((line) => line.includes(`✗ ${outcome} on local`)) + 1;
    expect(lines().slice(first, first + 2).join(' ')).toContain(`✗ ${outcome}: `);
    expect(text()).toContain(cause);
    expect(text()).toContain(advice);
    expect(text()).toContain(said);
    expect(text()).toContain('nothing was saved');
    expectWhole(lines(), 80);
  });

  test('even where there is hardly any room', async () => {
    await begin('l_oom_rlimit');
    await begin('l_empty_dataset');
    const { sees, press, lines } = await show(60, 16);
    await sees('✗ no data found on local', 20_000);
    press('j');
    await sees('✗ failed: The computer ran out of main memory.');
    expect(lines()[1]).toMatch(/✗ 2\d+-.* failed +recording/);
    expectWhole(lines(), 60);
  });

  test('a loss that is nan rings, in the run and in the list', async () => {
    await begin('k_nan_loss');
    const { sees, text } = await show(80, 24);
    await sees('finished, but the loss is nan', 20_000);
    await sees('✗ the loss is nan since step');
    expect(text()).toContain('loss nan');
  });

  test('norms, scaled keys and validation stand there only where they are', async () => {
    await begin('b_scaled_norms');
    const norms = await show(100, 30);
    await norms.sees('key norm 0.300 · keys scaled 261', 20_000);
    expect(norms.text()).not.toContain('validation');
    await begin('j_validation');
    const validation = await show(100, 30);
    await validation.sees('validation loss 1.10', 20_000);
    expect(validation.text()).not.toContain('key norm');
  });
});

describe('the keys', () => {
  test('j and k choose the run; its curve and its saves come', async () => {
    await begin('l_empty_dataset');
    const { id } = await begin('x_recommended_unbuffered_columns400');
    const { sees, press } = await show(120, 30);
    await sees(`${id} ✓ finished`, 20_000);
    press('j');
    await sees('✗ no data found on local');
    press('j', 'k');
    await sees('saves 6');
    await sees('…rlora-000002');
  });

  test('l shows the whole log, which scrolls and follows its end; tab and enter lead to saves', async () => {
    const run = await begin('x_recommended_unbuffered_columns400');
    const { sees, press, lines, text } = await show(80, 24);
    await sees('✓ finished on local', 20_000);
    press('l');
    await sees('log · ');
    await sees('steps: 100%');
    expect(text()).toContain('RECORDING');
    expect(text()).not.toContain('saves');
    press('pageup');
    await sees('lines below');
    press('home');
    await sees('Loading settings from');
    press('end');
    await sees('steps: 100%');
    expectWhole(lines(), 80);
    press('l', 'tab', 'home', 'enter');
    await sees('step               ');
    await sees(join(run.workspace, 'output').slice(-10));
    press('escape');
    await sees('╭ saves');
  });

  test('w lists the warnings, c the command and the folders', async () => {
    const run = await begin('x_recommended_unbuffered_columns400');
    const { sees, press } = await show(120, 40);
    await sees('warnings of the trainer · w shows them', 20_000);
    press('w');
    await sees('no regularization images');
    press('escape', 'c');
    await sees('a recorded run was played, nothing was trained');
    await sees(`${run.folder.slice(-30)}/output.log`);
    await sees('--speed');
  });
});

describe('without a run', () => {
  test('it says what s does, which trainer would be used, and how to set a real one up', async () => {
    const { sees, press, deck, lines } = await show(80, 24);
    await sees('Nothing was trained in this workspace yet.');
    await sees('recording x_long_400_steps');
    expect(lines().join('').replace(/[│\s]+/g, '')).toContain(join(config, 'loradeck/config.toml').replace(/\s/g, ''));
    expectWhole(lines(), 80);
    press('S');
    expect(deck.session.getState().message?.text).toBe('There is no run yet; s starts one.');
  });

  test('a configured trainer that is not there is named with its path', async () => {
    await mkdir(join(config, 'loradeck'), { recursive: true });
    await writeFile(join(config, 'loradeck/config.toml'), '[trainer]\npath = "/nowhere/sd-scripts"\n');
    const { sees, press } = await show(120, 30);
    await sees('There is no train_network.py in /nowhere/sd-scripts');
    press('s');
    await sees('esc leave');
    await sees('✗ There is no train_network.py in /nowhere/sd-scripts', 20_000);
  });

  test('s shows recording, steps, findings and command; enter twice starts in spite of errors', async () => {
    const { sees, press, deck } = await show(110, 40);
    press('s');
    await sees('recording x_long_400_steps: plays a recorded run; nothing is trained');
    await sees('The recording: 400 steps, 10 epochs, 5 saves');
    await sees('The settings: 60 steps in 3 epochs; 2 images, 20 steps an epoch.');
    await sees('✗ S01');
    await sees('$ PYTHONUNBUFFERED=1');
    press('enter');
    await sees('enter again starts anyway'.replace('enter', '⏎'));
    expect(deck.session.getState().runs).toEqual([]);
    press('enter');
    await sees('● starting on local');
    await until('its id is said', () => deck.session.getState().message?.text.endsWith('a recording, nothing is trained.') === true);
    press('S');
    await sees('stop now');
    press('2');
    await sees('killed on local', 10_000);
  });

  test('what blocks is listed, and enter starts nothing', async () => {
    await rm(join(root, '10_pipnix'), { recursive: true });
    const { sees, press, deck } = await show(100, 30);
    press('s');
    await sees('It cannot start', 20_000);
    await sees('✗ W06');
    press('enter', 'enter');
    expect(deck.overlays.getState().stack).toHaveLength(1);
    expect(deck.session.getState().runs).toEqual([]);
    press('escape');
    await sees('Nothing was trained');
  });
});

describe('the list of runs', () => {
  test('takes in runs that another program starts, and ends of runs while it looks', async () => {
    const { sees } = await show(100, 30);
    await sees('Nothing was trained');
    await begin('l_empty_dataset');
    await sees('no data found', 15_000);
    const { id } = await begin('x_recommended_unbuffered_columns400', 20);
    await sees(`${id}`, 15_000);
    await sees('✓ finished on local', 30_000);
  });
});

test('findings against a start: what blocks, and the other errors', () => {
  const finding = { rule: 'T01', concept: null, images: [], message: '', fix: null };
  const blocking = { ...finding, level: 'error', blocks: true } as const;
  const error = { ...finding, level: 'error', blocks: false } as const;
  const warn = { ...finding, level: 'warn', blocks: false } as const;
  expect(against([blocking, error, warn])).toEqual({ blocking: [blocking], errors: [error] });
});
