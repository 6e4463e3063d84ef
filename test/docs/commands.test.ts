import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LocalSite, putExport } from '../runner/vocabulary/site.js';
import { shapes } from './shapes.js';

/** The built program, and the page that describes it. */
const program = 'bin/loradeck.js';
const page = await readFile('docs/commands.md', 'utf8');

let folder = '';
let workspace = '';
/** Runs to stop when a test fails half way. */
const started: string[] = [];

interface Said {
  out: string;
  err: string;
  code: number;
}

/** Runs the built program as a person with a home of their own. */
function loradeck(...argv: string[]): Promise<Said> {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: folder };
  for (const name of ['CONFIG', 'DATA', 'CACHE', 'STATE']) env[`XDG_${name}_HOME`] = join(folder, name.toLowerCase());
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...argv], { env, timeout: 20_000 }, (error, out, err) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ out, err, code });
      else reject(error ?? new Error('ended without an exit code'));
    });
  });
}

/** What a command prints with `--json`, held to the shape of that name; the exit code is to be `code`. */
async function json(shape: keyof typeof shapes, code: number, ...argv: string[]): Promise<unknown> {
  const said = await loradeck(...argv, '--json');
  expect(said, argv.join(' ')).toMatchObject({ code });
  return shapes[shape].parse(JSON.parse(said.out));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-docs-'));
  const demo = shapes.demo.parse(JSON.parse((await loradeck('demo', '--headless', '--json')).out));
  workspace = demo.workspace;
});
afterAll(async () => {
  for (const run of started) await loradeck('stop', run, '--force');
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('the page and --help name the same', () => {
  const sections = new Map(
    (/\n## Commands\n([^]*?)\n## /.exec(page)?.[1] ?? '').split(/^### /m).slice(1).map((text) => [text.slice(0, text.indexOf('\n')), text]),
  );

  test('commands', async () => {
    const { out } = await loradeck('--help');
    const listed = [...(out.split('Commands:\n')[1] ?? '').matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);
    expect(listed.length).toBeGreaterThan(10);
    expect([...sections.keys()].sort()).toEqual([...listed].sort());
  });

  test.each([...sections])('options of %s', async (name, section) => {
    const { out } = await loradeck(name, '--help');
    const usage = /`loradeck [^`]*`|```\n(loradeck [^]*?)```/.exec(section)?.[0] ?? '';
    const named = (text: string) => [...new Set([...text.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option))].sort();
    const known = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm)].map(([, option]) => option).filter((option) => option !== '--help');
    expect(named(usage)).toEqual([...new Set(known)].sort());
  });
});

describe('the examples of the page', () => {
  const examples = [...page.matchAll(/^```json (.+)\n([^]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text] as const);

  test('there is one for every shape', () => {
    expect(examples.map(([name]) => name).sort()).toEqual(Object.keys(shapes).sort());
  });

  test.each(examples)('%s', (name, text) => {
    const shape = shapes[name as keyof typeof shapes];
    expect(() => shape.parse(JSON.parse(text))).not.toThrow();
  });
});

describe('on a fresh copy of the sample workspace', () => {
  test('check, explain and images', async () => {
    await json('check', 1, 'check', workspace);
    await json('check', 1, 'check', join(workspace, '4_pipnix'));
    for (const rule of ['T03', 'r17', 'W07', 'T05']) await json('explain', 0, 'explain', rule);
    const broken = join(workspace, '4_pipnix', 'broken.png');
    await writeFile(broken, 'no picture');
    const images = shapes.images.parse(await json('images', 0, 'images', workspace));
    expect(images.find(({ path }) => path === '4_pipnix/broken.png')).toMatchObject({ width: null, height: null, bucket: null, caption: null });
    expect(images.find(({ path }) => path === '4_pipnix/010.webp')).toMatchObject({ format: 'webp', bucket: [768, 768] });
    await rm(broken);
  });

  test('tags, undo, redo and history', async () => {
    const tags = (...argv: string[]) => json('tags edit', 0, 'tags', workspace, ...argv);
    await json('tags list', 0, 'tags', workspace, 'list');
    const dry = await tags('add', 'storybook', '--first', '--where', 'tag:park', '--dry-run');
    expect(await tags('add', 'storybook', '--first', '--where', 'tag:park')).toEqual(dry);
    await tags('replace', 'storybook', 'fairy tale');
    await tags('remove', 'fairy tale', 'nothing has this');
    const prune = shapes['tags prune'].parse(await json('tags prune', 0, 'tags', workspace, 'prune', '--dry-run'));
    expect(prune.dropped).toEqual([{ tag: 'raincoat', images: 1, left: 0, by: [{ tag: 'yellow raincoat', images: 1, path: ['yellow raincoat', 'raincoat'] }] }]);
    const convert = shapes['tags convert'].parse(await json('tags convert', 0, 'tags', workspace, 'convert', '--to', 'e6', '--dry-run'));
    expect(convert.converted).toContainEqual({ from: 'outdoors', to: 'outside', via: null, images: 6 });
    const rename = shapes['tags rename'].parse(await json('tags rename', 0, 'tags', workspace, 'rename', 'pipnix', 'pip nix', '--dry-run'));
    expect(rename.folder).toEqual({ before: '4_pipnix', after: '4_pip nix' });
    expect(rename.changed).toBeGreaterThan(10);
    const [last] = shapes.undo.parse(await json('undo', 0, 'undo', workspace, '--dry-run'));
    expect(await json('undo', 0, 'undo', workspace)).toEqual([last]);
    expect(last?.undone).toBe(true);
    await json('redo', 0, 'redo', workspace);
    expect(await json('history', 0, 'history', workspace)).toHaveLength(3);
    expect(await loradeck('redo', workspace, '--json')).toMatchObject({ code: 1, out: '', err: 'loradeck: There is nothing to redo.\n' });
  });

  test('filters', async () => {
    const filters = (...argv: string[]) => json('filters edit', 0, 'filters', workspace, ...argv);
    const dry = await filters('set', 'bare', 'untagged or tags<3', '--dry-run');
    expect(await filters('set', 'bare', 'untagged or tags<3')).toEqual(dry);
    expect(await json('filters list', 0, 'filters', workspace)).toMatchObject([{ name: 'bare', error: null }]);
    await filters('remove', 'bare');
    expect(await json('filters list', 0, 'filters', workspace, 'list')).toEqual([]);
  });

  test('captions that are not UTF-8 are skipped and said', async () => {
    const file = join(workspace, '4_pipnix', '012.txt');
    const before = await readFile(file);
    await writeFile(file, '\ufeffpipnix', 'utf16le');
    const edit = await json('tags edit', 0, 'tags', workspace, 'add', 'day', '--where', 'file:012', '--dry-run');
    expect(edit).toMatchObject({ changed: 0, edits: [], skipped: [{ image: '4_pipnix/012.png' }] });
    await writeFile(file, before);
  });

  test('settings', async () => {
    await json('settings show', 0, 'settings', workspace);
    expect(Object.keys(shapes['settings show'].parse(await json('settings show', 0, 'settings', workspace, 'show', 'type')))).toEqual(['lora_type']);
    const dry = await json('settings set', 0, 'settings', workspace, 'set', 'network_dim', '16', '--dry-run');
    expect(await json('settings set', 0, 'settings', workspace, 'set', 'network_dim', '16')).toEqual(dry);
    expect(await json('settings set', 0, 'settings', workspace, 'set', 'network_dim', '16')).toMatchObject({ changed: 0 });
    await json('settings set', 0, 'settings', workspace, 'unset', 'network_dim');
    await json('settings check', 1, 'settings', workspace, 'check');
  });

  test('plan', async () => {
    const plan = shapes.plan.parse(await json('plan', 0, 'plan', workspace, '--images'));
    expect(plan.images?.length).toBe(plan.concepts.reduce((sum, { images }) => sum + images, 0));
    expect(plan.checkpoints.count).toBe(plan.checkpoints.files.length);
    await json('plan', 0, 'plan', workspace, '--tolerance', '1', '--processes', '2');
    if (plan.balance) await json('plan balance', 0, 'plan', workspace, 'balance', '--dry-run');
    const caption = join(workspace, '4_pipnix', '012.txt');
    const before = await readFile(caption);
    await writeFile(caption, '');
    const refused = await loradeck('plan', workspace, '--json');
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('4_pipnix/012') as string });
    await writeFile(caption, before);
  });

  test('train, runs, watch and stop', async () => {
    expect(await json('runs', 0, 'runs')).toEqual([]);
    await json('train refused', 1, 'train', workspace);
    await json('train dry-run', 1, 'train', workspace, '--dry-run');
    const dry = shapes['train dry-run'].parse(await json('train dry-run', 0, 'train', workspace, '--dry-run', '--anyway', '--speed', '50'));
    expect(dry.cwd).toBe(workspace);
    const { run } = shapes.train.parse(await json('train', 0, 'train', workspace, '--anyway', '--speed', '50'));
    started.push(run);
    await json('watch', 0, 'watch', run);
    expect(await json('runs', 0, 'runs', workspace)).toMatchObject([{ id: run, workspace }]);
    expect(await json('stop', 0, 'stop', run)).toMatchObject({ phase: 'ended' });
    expect(await json('watch', 0, 'watch', join(workspace, '.loradeck/runs', run), '--series')).toHaveProperty('series');
    for (const line of (await loradeck('watch', run, '--follow', '--json')).out.trim().split('\n')) shapes['watch follow'].parse([JSON.parse(line)]);
  });
});

test('doctor', async () => {
  await json('doctor', 0, 'doctor');
  expect(await json('doctor terminal', 0, 'doctor', '--terminal')).toMatchObject({ terminal: { not_asked: expect.stringContaining('not a terminal') as string } });
});

test('vocab', async () => {
  const site = await new LocalSite().start();
  try {
    putExport(site, '2025-06-30', ['made_up_wolf', 'made_up_fox', 'made_up_cat']);
    await json('vocab fetch', 0, 'vocab', 'fetch', 'e6', '--from', site.url);
  } finally {
    await site.stop();
  }
  const file = join(folder, 'danbooru.csv');
  await writeFile(file, 'made_up_hat,0,600,"madeup_hat,/muh"\nmade_up_cap,0,5,\n');
  await json('vocab import', 0, 'vocab', 'import', file);
  expect(await json('vocab search', 0, 'vocab', 'search', 'madeup', 'hat')).toEqual([{ tag: 'made up hat', category: 'general', count: 600, alias_of: 'made up hat', via: 'madeup_hat' }]);
  expect(await json('vocab search', 0, 'vocab', 'search', 'mad up c', '--site', 'booru', '--limit', '1')).toMatchObject([{ tag: 'made up cap', alias_of: null, via: null }]);
  expect(await json('vocab search', 0, 'vocab', 'search', 'made up wolf', '--site', 'e6', '--workspace', workspace)).toMatchObject([{ tag: 'made up wolf', count: 1000 }]);
  expect(await json('vocab info', 0, 'vocab', 'info')).toMatchObject([{ site: 'booru', imported: true }, { site: 'e6', imported: true }]);
  expect(await json('vocab info', 0, 'vocab', 'info', 'e621')).toHaveLength(1);
});

describe('watching any trainer’s output', () => {
  const seen = new Set<string>();

  test.each([
    ['x_long_400_steps/pty.bin', 0],
    ['f_save_last_n_epochs/pty.bin', 0],
    ['f_save_state_epochs/stderr.bin', 0],
    ['g_sample_at_first_steps/pty.bin', 0],
    ['j_validation/pty.bin', 0],
    ['b_scaled_norms/pty.bin', 0],
    ['k_nan_loss/pty.bin', 0],
    ['l_empty_dataset/stderr.bin', 1],
    ['l_unknown_argument/stderr.bin', 1],
    ['l_missing_model/stderr.bin', 1],
  ])('%s', async (file, code) => {
    const said = await loradeck('watch', join('fixtures/recordings', file), '--follow', '--json');
    expect(said.code).toBe(code);
    const events = shapes['watch follow'].parse(said.out.trim().split('\n').map((line) => JSON.parse(line) as unknown));
    expect(events.map(({ kind }) => kind).lastIndexOf('now')).toBe(events.length - 1);
    for (const { kind } of events) seen.add(kind);
  });

  test('each kind of event of the page came up', () => {
    const table = /\n\| `kind` .*\n([^]*?)\n\n/.exec(page)?.[1] ?? '';
    const listed = [...table.matchAll(/^\| `([a-z-]+)`/gm)].map(([, kind]) => kind);
    expect([...seen].sort()).toEqual(listed.sort());
  });
});
