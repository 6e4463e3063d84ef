import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { recordingsFolder } from '../../src/runner/trainers/recorded.js';
import { makeReadOnly, smallDisk } from '../small-disk.js';
import { tempFolder, until } from '../runner/temp-folder.js';
import { json, loradeck } from './loradeck.js';

const fresh = async (...argv: string[]) => (await json('train', ...argv, '--anyway'))['run'] as string;
const endOf = async (id: string) => {
  await until('the end', async () => (await json('watch', id))['outcome'] !== null);
  return json('watch', id);
};

let workspace = '';
beforeEach(async () => {
  vi.stubEnv('XDG_DATA_HOME', await tempFolder('loradeck-data-'));
  vi.stubEnv('XDG_CONFIG_HOME', await tempFolder('loradeck-config-'));
  vi.stubEnv('XDG_CACHE_HOME', await tempFolder('loradeck-cache-'));
  workspace = join(await tempFolder(), `it's mine`);
  await mkdir(join(workspace, '10_pipnix'), { recursive: true });
  await writeFile(join(workspace, 'loradeck.toml'), 'output_name = "pip nix"\n[loradeck]\nfamily = "sd15"\n');
  // The smallest PNG: the checks open it.
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await writeFile(join(workspace, '10_pipnix/001.png'), Buffer.from(png, 'base64'));
  await writeFile(join(workspace, '10_pipnix/001.txt'), 'pipnix, solo');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('train', () => {
  test('refuses while there are errors, and starts with --anyway', async () => {
    const refused = await loradeck('train', workspace, '--json');
    expect(refused.code).toBe(1);
    const said = JSON.parse(refused.out) as { run: null; findings: { rule: string; level: string }[] };
    expect(said.run).toBeNull();
    expect(said.findings.map(({ rule }) => rule)).toContain('S01');
    expect(refused.err).toMatch(/^loradeck: not started because of .*--anyway starts all the same\.\n$/);
    expect(await json('runs')).toEqual([]);
    const id = await fresh(workspace, '--recording', 'l_empty_dataset', '--speed', '1000');
    expect(id).toMatch(/-pip-nix$/);
    expect((await endOf(id))['outcome']).toBe('no-data');
  });

  test('--dry-run says what would be started and leaves nothing behind', async () => {
    const dry = await loradeck('train', workspace, '--dry-run', '--anyway', '--json', '--speed', '7');
    expect(dry.code).toBe(0);
    const { argv, cwd, env, config, findings } = JSON.parse(dry.out) as { argv: string[]; cwd: string; env: object; config: string; findings: unknown[] };
    expect(argv.slice(-4)).toEqual(['--output', join(workspace, 'output'), '--speed', '7']);
    expect(cwd).toBe(workspace);
    expect(env).toMatchObject({ PYTHONUNBUFFERED: '1' });
    expect(config).toContain('output_name = "pip nix"');
    expect(config).not.toContain('loradeck');
    expect(findings).not.toHaveLength(0);
    await expect(readFile(join(workspace, '.loradeck/runs'))).rejects.toThrow('ENOENT');
    expect((await loradeck('train', workspace, '--dry-run')).code).toBe(1);
  });

  test('a configured trainer is taken; one that is not there is a sentence', async () => {
    const file = join(process.env['XDG_CONFIG_HOME'] ?? '', 'loradeck/config.toml');
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, '[trainer]\npath = "/no/such/checkout"\n');
    const missing = await loradeck('train', workspace, '--anyway');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/^loradeck: There is no train_network\.py in \/no\/such\/checkout; set path .*\n$/);
    await writeFile(file, '[trainer]\npath = 1\n');
    expect((await loradeck('train', workspace)).err).toMatch(/config\.toml: \[trainer\] path must be a path in quotes/);
  });

  test.each([
    ['[trainer]\npath = "/no/such/checkout"\n', 'There is no train_network.py'],
    ['nonsense', 'has a mistake at line 1'],
  ])('a trainer that cannot be started is refused in JSON too: %j', async (config, why) => {
    const file = join(process.env['XDG_CONFIG_HOME'] ?? '', 'loradeck/config.toml');
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, config);
    for (const more of [[], ['--dry-run']]) {
      const said = await loradeck('train', workspace, '--anyway', '--json', ...more);
      const { run, findings } = JSON.parse(said.out) as { run: null; findings: { rule: string; blocks: boolean; message: string }[] };
      expect(run).toBeNull();
      expect(findings[0]).toMatchObject({ rule: 'S32', level: 'error', blocks: true });
      expect(findings[0]?.message).toContain(why);
      expect(said.err).toBe(`loradeck: ${findings[0]?.message}\n`);
      expect(said.code).toBe(1);
    }
  });

  test('what the system refuses is a sentence about the workspace, and no run is left behind', async ({ skip }) => {
    const disk = await smallDisk();
    if (disk === null) return skip('no disk may be mounted here');
    await cp(workspace, disk, { recursive: true });
    await writeFile(join(disk, 'rest'), Buffer.alloc(2 ** 20)).catch(() => {});
    const full = await loradeck('train', disk, '--anyway');
    expect(full).toMatchObject({ code: 1, out: '', err: 'loradeck: The disk is full: nothing was started.\n' });
    expect(await readdir(join(disk, '.loradeck/runs')).catch(() => [])).toEqual([]);
    await rm(join(disk, 'rest'));
    await makeReadOnly(disk);
    const locked = await loradeck('train', disk, '--anyway');
    expect(locked).toMatchObject({ code: 1, out: '', err: 'loradeck: This workspace may not be written to by you: nothing was started.\n' });
  });

  test('errors are marked as check marks them', async () => {
    const refused = await loradeck('train', workspace);
    expect(refused.out).toMatch(/^✗ S01 {2}/m);
    expect(refused.out).not.toContain('▲');
  });

  test('wrong use is exit code 2 and a concept folder is refused as W01', async () => {
    expect((await loradeck('train', join(workspace, 'none'))).code).toBe(2);
    expect((await loradeck('train', workspace, '--speed', 'fast')).code).toBe(2);
    expect((await loradeck('train', workspace, '--after-save')).code).toBe(2);
    for (const wrong of [['train', workspace, '--anywy'], ['train'], ['tags'], ['train', workspace, '--speed', 'fast'], ['--n\u001b[2J']]) {
      expect(await loradeck(...wrong)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^loradeck: (?!error)[^\n\u001b]*\n$/) as string });
    }
    const concept = await loradeck('train', join(workspace, '10_pipnix'), '--anyway', '--json');
    expect(concept.code).toBe(1);
    expect(concept.out).toContain('"W01"');
    expect((await loradeck('train', workspace, '--anyway', '--recording', '../x')).err).toMatch(/There is no recording “\.\.\/x”/);
  });
});

describe('a started run', () => {
  test('is listed, watched by id from anywhere or by its folder, and stopped', async () => {
    const id = await fresh(workspace, '--speed', '20');
    await until('training', async () => Number((await json('watch', id))['step']) > 2);
    const [row] = (await json('runs', workspace)) as unknown as Record<string, unknown>[];
    expect(Object.keys(row ?? {})).toEqual(['id', 'workspace', 'outcome', 'phase', 'step', 'total_steps', 'created']);
    expect(row).toMatchObject({ id, workspace, outcome: null, phase: 'training', total_steps: 400 });
    expect((await loradeck('runs')).out).toMatch(/\[recording\] training {2}epoch \d+\/10/);
    const stopped = await json('stop', id, '--now');
    expect(stopped).toMatchObject({ outcome: 'interrupted', phase: 'ended' });
    const watched = await loradeck('watch', join(workspace, '.loradeck/runs', id), '--json', '--series');
    expect(watched.code).toBe(0);
    const { step, series } = JSON.parse(watched.out) as { step: number; series: { step: number[] } };
    expect(series.step.at(-1)).toBe(step);
    expect((await loradeck('watch', id)).out).toMatch(/is a recording of a training \(x_long_400_steps\), not a real one/);
  });

  test('--force kills it, and watching that is exit code 1', async () => {
    const id = await fresh(workspace, '--speed', '5');
    expect(await json('stop', id, '--force')).toMatchObject({ outcome: 'killed' });
    expect((await loradeck('watch', id, '--json')).code).toBe(1);
    expect((await loradeck('stop', id, '--force', '--now')).code).toBe(2);
  });

  test('--follow prints one event a line and ends with the run', async () => {
    const id = await fresh(workspace, '--recording', 'x_recommended_unbuffered_columns400', '--speed', '100');
    const { out, code } = await loradeck('watch', id, '--follow', '--json');
    const events = out.trim().split('\n').map((line) => JSON.parse(line) as { kind: string; step?: number; state?: { outcome: string } });
    expect(code).toBe(0);
    expect(events.filter(({ kind }) => kind === 'save')).toHaveLength(6);
    expect(new Set(events.flatMap(({ step }) => step ?? [])).size).toBe(31);
    expect(events.at(-1)).toMatchObject({ kind: 'now', state: { outcome: 'finished' } });
  });
});

describe('watching any trainer’s output', () => {
  test.each([
    ['l_empty_dataset/stderr.bin', 'no-data', 1],
    ['x_long_400_steps/pty.bin', 'finished', 0],
    ['l_sigint_ctrl_c/stderr.bin', 'interrupted', 0],
  ])('%s', async (file, outcome, code) => {
    const said = await loradeck('watch', join(recordingsFolder(), file), '--json');
    expect(said.code).toBe(code);
    expect(JSON.parse(said.out)).toMatchObject({ outcome, last_output_s: null });
  });

  test('a folder that is no run is a sentence', async () => {
    const folder = await loradeck('watch', workspace);
    expect(folder).toMatchObject({ code: 2, out: '', err: `loradeck: ${workspace} is a folder, but not that of a run; \`loradeck runs\` lists the runs.\n` });
  });

  test('what is neither a run nor a file is exit code 2', async () => {
    for (const command of ['watch', 'stop']) {
      const said = await loradeck(command, 'none-\u001b[31m');
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.err).toContain('none-␛[31m');
    }
    expect((await loradeck('runs', join(workspace, 'none'))).code).toBe(2);
  });
});

test('a reader that closes early ends the program and is no failure', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('the process ends');
  });
  onTestFinished(() => exit.mockRestore());
  const watched = loradeck('watch', join(recordingsFolder(), 'x_long_400_steps/pty.bin'), '--follow');
  expect(() => process.stdout.emit('error', Object.assign(new Error('write'), { code: 'EPIPE' }))).toThrow('the process ends');
  expect(exit).toHaveBeenCalledWith();
  expect(() => process.stdout.emit('error', new Error('another'))).toThrow('another');
  await watched;
});
