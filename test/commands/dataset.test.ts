import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, loradeck } from './loradeck.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-commands-'));
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
  const square = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#408020' } });
  for (const path of ['sound/3_hmbrgr', 'sound/Left out', 'sound/Raw', 'wrong/3_hmbrgr', 'empty', 'raw/Raw']) await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, 'sound/loradeck.toml'), 'resolution = "768,768"\n[loradeck.goals]\nhmbrgr = "object"\n');
  for (let at = 0; at < 30; at++) {
    await square(900, 600).jpeg().toFile(join(folder, `sound/3_hmbrgr/${at}.jpg`));
    await writeFile(join(folder, `sound/3_hmbrgr/${at}.txt`), 'hmbrgr, solo\n');
  }
  await square(64, 64).png().toFile(join(folder, 'sound/Left out/out.png'));
  await square(64, 64).png().toFile(join(folder, 'sound/Raw/raw.png'));
  await square(64, 64).png().toFile(join(folder, 'raw/Raw/raw.png'));
  await square(64, 64).webp().withMetadata().toFile(join(folder, 'wrong/3_hmbrgr/\u001b[31m\u009b.webp'));
  await writeFile(join(folder, 'wrong/3_hmbrgr/broken.png'), 'nothing');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

describe('check', () => {
  test('a sound workspace: nothing found, exit 0', async () => {
    const { out, code } = await loradeck('check', at('sound'), '--json');
    expect(JSON.parse(out)).toEqual({ findings: [], summary: { error: 0, warn: 0, info: 0 } });
    expect(code).toBe(0);
  });

  test('errors: the contract’s shape, exit 1, and no escape codes of file names on the terminal', async () => {
    const { out, code } = await loradeck('check', at('wrong'), '--json');
    const { findings, summary } = JSON.parse(out) as { findings: Record<string, unknown>[]; summary: Record<string, number> };
    expect(code).toBe(1);
    expect(Object.keys(findings[0] ?? {})).toEqual(['rule', 'level', 'blocks', 'concept', 'images', 'message', 'fix']);
    expect(findings.map(({ rule }) => rule)).toEqual(['D15', 'T01', 'D01', 'D06', 'W07']);
    expect(summary).toEqual({ error: 2, warn: 2, info: 1 });
    const printed = await loradeck('check', at('wrong'));
    expect(printed.out).toContain('␛[31m\ufffd.webp');
    expect(out + printed.out).not.toMatch(/[\u001b\u009b]/);
    expect(findings.flatMap(({ images }) => images)).toContain('3_hmbrgr/\u001b[31m\u009b.webp');
    expect(printed.out).toMatch(/2 errors, 2 warnings, 1 note\.\n$/);
  });

  test('a concept given as the workspace is W01, exit 1', async () => {
    const { out, code } = await loradeck('check', at('sound/3_hmbrgr'), '--json');
    const { findings } = JSON.parse(out) as { findings: { rule: string }[] };
    expect([findings[0]?.rule, code]).toEqual(['W01', 1]);
  });

  test('only originals: nothing to train yet, with the way on, exit 1', async () => {
    const { out, code } = await loradeck('check', at('raw'));
    expect(out).toContain('make one from the 1 image in Raw');
    expect(code).toBe(1);
  });

  test.each([
    ['empty', 'empty holds no images: put them into a folder such as 1_name in it, or into Raw to make a concept from.'],
    ['nowhere', 'nowhere does not exist.'],
    ['sound/loradeck.toml', 'is a file, not a folder.'],
  ])('%s: one sentence, exit 2', async (name, sentence) => {
    const { err, code } = await loradeck('check', at(name));
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(sentence);
    expect(code).toBe(2);
  });
});

describe('images', () => {
  test('lists what the trainer takes, and what was left out', async () => {
    const all = JSON.parse((await loradeck('images', at('sound'), '--json')).out) as Record<string, unknown>[];
    expect(all).toHaveLength(31);
    expect(all[0]).toEqual({
      path: '3_hmbrgr/0.jpg', concept: '3_hmbrgr', width: 900, height: 600, format: 'jpeg', alpha: false, bytes: expect.any(Number) as number,
      caption: 'hmbrgr, solo\n', tags: ['hmbrgr', 'solo'], bucket: [896, 576], left_out: false,
    });
    expect(all.at(-1)).toMatchObject({ path: 'Left out/out.png', concept: null, left_out: true });
  });

  test('--where narrows; a file that cannot be read has no size; an extended WebP loses its last step', async () => {
    expect(JSON.parse((await loradeck('images', at('sound'), '--json', '--where', 'file:7 width>=768')).out)).toHaveLength(1);
    const wrong = JSON.parse((await loradeck('images', at('wrong'), '--json')).out) as Record<string, unknown>[];
    expect(wrong.find(({ path }) => path === '3_hmbrgr/broken.png')).toMatchObject({ width: null, height: null, bucket: null });
    expect(wrong.find(({ format }) => format === 'webp')).toMatchObject({ width: 64, bucket: [0, 0] });
    expect((await loradeck('images', at('wrong'))).out).toMatch(/broken\.png\s+unreadable/);
  });

  test('a query that cannot be read: one sentence, exit 2', async () => {
    const { out, err, code } = await loradeck('images', at('sound'), '--json', '--where', 'colour:red');
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(/^loradeck: there is no term “colour”/);
  });

  test('in a terminal the query is shown with a mark at the character', async () => {
    const isTTY = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
    Object.defineProperty(process.stderr, 'isTTY', { value: true, configurable: true });
    try {
      const { err } = await loradeck('images', at('sound'), '--where', 'tag:狐 and widht>5');
      expect(err).toMatch(/\(character 11 of the query\)\n {2}tag:狐 and widht>5\n {13}\^\n$/);
    } finally {
      if (isTTY) Object.defineProperty(process.stderr, 'isTTY', isTTY);
      else Reflect.deleteProperty(process.stderr, 'isTTY');
    }
  });

  test('--where asks for what the checks find', async () => {
    const find = async (query: string) => (await json<{ path: string }[]>('images', at('wrong'), '--where', query)).map(({ path }) => path);
    expect(await find('issue:D15')).toEqual(['3_hmbrgr/broken.png']);
    expect(await find('issue:d6')).toHaveLength(1);
    expect(await find('-issue:*')).toEqual([]);
  });
});

describe('explain', () => {
  test('a rule, for a person and as JSON', async () => {
    const { out } = await loradeck('explain', 't03');
    expect(out).toMatch(/^T03 {2}the activation tag comes first {2}\(error\)\n\n.*\nwhy: /);
    expect(JSON.parse((await loradeck('explain', 'D06', '--json')).out)).toMatchObject({ id: 'D06', level: 'warn', source: 'guide part 2', today: expect.any(String) as string });
  });

  test('no such rule: exit 2', async () => {
    expect(await loradeck('explain', 'X1')).toMatchObject({ code: 2, out: '' });
  });
});

describe('saved filters', () => {
  test('are kept in the settings, used as @name, listed with what they find, and can be taken back', async () => {
    expect(await json('filters', at('sound'))).toEqual([]);
    expect(await json('filters', at('sound'), 'set', 'lone', 'file:7', '--dry-run')).toEqual({ changed: 1, name: 'lone', before: null, after: 'file:7' });
    expect(await json('filters', at('sound'))).toEqual([]);
    await json('filters', at('sound'), 'set', 'lone', 'file:7');
    await json('filters', at('sound'), 'set', '@rest', 'not @lone');
    expect(await json('filters', at('sound'))).toEqual([
      { name: 'lone', query: 'file:7', images: 1, error: null },
      { name: 'rest', query: 'not @lone', images: 29, error: null },
    ]);
    expect(await json('images', at('sound'), '--where', '@LONE')).toMatchObject([{ path: '3_hmbrgr/7.jpg' }]);
    await json('filters', at('sound'), 'remove', 'lone');
    expect(await json('filters', at('sound'))).toEqual([{ name: 'rest', query: 'not @lone', images: null, error: 'no filter is saved as @lone; there are @rest' }]);
    await json('undo', at('sound'));
    expect(await json('filters', at('sound'))).toMatchObject([{ images: 1 }, { images: 29 }]);
  });

  test.each([
    [['set', '1x', 'a'], /no name for a filter/],
    [['set', 'x', '(a'], /parenthesis is not closed \(character 3 of the query\)/],
    [['set', 'x'], /needs a name and a query/],
    [['remove', 'x'], /No filter is saved as @x/],
    [['frob'], /not “frob”/],
  ])('%j is refused', async (argv, message) => {
    const { out, err, code } = await loradeck('filters', at('sound'), ...argv);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toMatch(message);
  });
});
