import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { tempFolder } from '../runner/temp-folder.js';
import { json, loradeck } from './loradeck.js';

// Lists that the person imported are another matter.
beforeEach(async () => {
  const home = await tempFolder();
  vi.stubEnv('XDG_DATA_HOME', home);
  vi.stubEnv('XDG_CACHE_HOME', home);
  return () => vi.unstubAllEnvs();
});

async function sample(): Promise<string> {
  const root = await tempFolder();
  const files = {
    '2_fox/1.png': 'x',
    '2_fox/1.txt': 'fox, day, Long_Hair\n',
    '2_fox/2.png': 'x',
    '2_fox/2.txt': 'fox, night',
    '2_fox/3.png': 'x',
    'Raw/r.png': 'x',
    'Raw/r.txt': 'raw',
    'Left out/l.png': 'x',
    'Left out/l.txt': 'left',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const caption = (root: string, name: string) => readFile(join(root, name), 'utf8');

test('list counts the tags of the concepts', async () => {
  const root = await sample();
  expect(await json('tags', root, 'list')).toEqual([
    { tag: 'fox', count: 2, category: null },
    { tag: 'Long_Hair', count: 1, category: null },
    { tag: 'day', count: 1, category: null },
    { tag: 'night', count: 1, category: null },
  ]);
  expect((await loradeck('tags', root)).out).toContain('     2  fox\n');
});

test('add changes what lacks it, tells what it did, and can be undone and redone', async () => {
  const root = await sample();
  const edits = [
    { image: '2_fox/2.png', before: 'fox, night', after: 'fox, day, night' },
    { image: '2_fox/3.png', before: '', after: 'day' },
  ];
  const expected = { changed: 2, unchanged: 1, edits, counts: [{ tag: 'day', before: 1, after: 3 }], skipped: [] };
  expect(await json('tags', root, 'add', 'day', '--first', '--dry-run')).toEqual(expected);
  expect(await caption(root, '2_fox/2.txt')).toBe('fox, night');
  expect(await json('tags', root, 'add', 'day', '--first')).toEqual(expected);
  expect(await caption(root, '2_fox/2.txt')).toBe('fox, day, night');
  expect(await caption(root, 'Raw/r.txt')).toBe('raw');
  expect(await caption(root, 'Left out/l.txt')).toBe('left');
  const made = { id: '1', what: 'added “day” to 2 images', images: 2 };
  expect(await json('history', root)).toMatchObject([{ ...made, undone: false }]);
  expect(await json('undo', root, '--dry-run')).toMatchObject([{ ...made, undone: true }]);
  expect(await caption(root, '2_fox/3.txt')).toBe('day');
  expect(await json('undo', root)).toMatchObject([{ ...made, undone: true }]);
  await expect(caption(root, '2_fox/3.txt')).rejects.toThrow('ENOENT');
  expect(await json('redo', root)).toMatchObject([{ ...made, undone: false }]);
  expect(await caption(root, '2_fox/3.txt')).toBe('day');
});

test('a query narrows what is changed', async () => {
  const root = await sample();
  expect(await json('tags', root, 'add', 'blue', '--where', 'tag:"long hair"')).toMatchObject({ changed: 1, unchanged: 0 });
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, day, Long_Hair, blue\n');
});

test('remove and replace', async () => {
  const root = await sample();
  await loradeck('tags', root, 'remove', 'day,night');
  await loradeck('tags', root, 'replace', 'long hair', 'long hair');
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, long hair\n');
  expect(await caption(root, '2_fox/2.txt')).toBe('fox');
});

test('the nth tag is counted from 1', async () => {
  const root = await sample();
  await loradeck('tags', root, 'add', 'x', '--at', '2');
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, x, day, Long_Hair\n');
});

test.each<[string, string[], Record<string, string>]>([
  ['replace lists', ['replace', 'day, night', 'noon, dusk'], { 1: 'fox, noon, Long_Hair\n', 2: 'fox, dusk' }],
  ['replace a,b is two tags', ['replace', 'day,noon'], { 1: 'fox, noon, Long_Hair\n' }],
  ['replace several by one', ['replace', 'day,long hair', 'x'], { 1: 'fox, x\n' }],
  ['replace text', ['replace', '--text', 'x, d', 'y'], { 1: 'foyay, Long_Hair\n' }],
  ['replace by an expression', ['replace', '--regex', '^long.(.*)$', '$1'], { 1: 'fox, day, Hair\n' }],
  ['move', ['move', 'long hair', '--before', 'day'], { 1: 'fox, Long_Hair, day\n' }],
  ['set', ['set', 'x', 'y', '--where', 'file:3'], { 3: 'x, y' }],
  ['copy', ['copy', '2_fox/1.png', '--where', 'file:2'], { 2: 'fox, day, Long_Hair' }],
  ['copy and add', ['copy', '2_fox/1.png', '--add', '--where', 'file:2'], { 2: 'fox, night, day, Long_Hair' }],
  ['sort by the alphabet, reversed', ['sort', '--by', 'alphabet', '--reverse'], { 1: 'fox, Long_Hair, day\n' }],
  ['sort by category', ['sort', '--by', 'category'], { 1: 'fox, Long_Hair, day\n' }],
  ['sort in an order', ['sort', '--order', '*,day'], { 1: 'fox, Long_Hair, day\n' }],
  ['normalise', ['normalise', '--lower-case'], { 1: 'fox, day, long hair\n' }],
  ['pin', ['pin'], { 3: 'fox' }],
  ['append', ['append', 'It is cold.', '--where', 'file:2'], { 2: 'fox, night, It is cold.' }],
  ['prepend', ['prepend', 'A photo.', '--where', 'file:2'], { 2: 'fox, A photo. night' }],
])('%s', async (_, argv, expected) => {
  const root = await sample();
  const before = { 1: 'fox, day, Long_Hair\n', 2: 'fox, night' };
  const dry = await json('tags', root, ...argv, '--dry-run');
  expect(await caption(root, '2_fox/1.txt')).toBe(before[1]);
  expect(await json('tags', root, ...argv)).toEqual(dry);
  for (const [name, text] of Object.entries({ ...before, ...expected })) expect(await caption(root, `2_fox/${name}.txt`), name).toBe(text);
  await json('undo', root);
  for (const [name, text] of Object.entries(before)) expect(await caption(root, `2_fox/${name}.txt`)).toBe(text);
});

test('sort keeps what it is told to', async () => {
  const root = await sample();
  expect(await json('tags', root, 'sort', '--order', 'long hair', '--keep', '2')).toMatchObject({ changed: 0 });
  expect(await json('tags', root, 'sort', '--order', 'long hair', '--keep', '1')).toMatchObject({ changed: 1 });
});

test('rename changes the folder and the captions, and tells both', async () => {
  const root = await sample();
  expect(await json('tags', root, 'rename', 'fox', 'vix', '--repeats', '4')).toMatchObject({
    changed: 2,
    unchanged: 1,
    edits: [{ image: '2_fox/1.png', after: 'vix, day, Long_Hair\n' }, { image: '2_fox/2.png' }],
    folder: { before: '2_fox', after: '4_vix' },
  });
  expect(await caption(root, '4_vix/1.txt')).toBe('vix, day, Long_Hair\n');
  await json('undo', root);
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, day, Long_Hair\n');
});

test('prune takes out what the site implies, says why, and can be undone', async () => {
  const root = await sample();
  await writeFile(join(root, '2_fox/1.txt'), 'fox, grin, smile');
  await writeFile(join(root, '2_fox/2.txt'), 'fox, smile');
  const dropped = [{ tag: 'smile', images: 1, left: 1, by: [{ tag: 'grin', images: 1, path: ['grin', 'smile'] }] }];
  expect(await json('tags', root, 'prune', '--dry-run')).toMatchObject({ changed: 1, unchanged: 2, dropped, counts: [{ tag: 'smile', before: 2, after: 1 }] });
  expect((await loradeck('tags', root, 'prune')).out).toBe('     1  smile ← grin; 1 image keeps it\nsmile 2 → 1\nremoved implied tags from 1 image; 2 images unchanged\n');
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, grin');
  await json('undo', root);
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, grin, smile');
  expect(await json('tags', root, 'prune', '--except', 'Smile')).toMatchObject({ changed: 0, dropped: [] });
  await writeFile(join(root, 'loradeck.toml'), 'loradeck.keep_tags = ["smile"]\n');
  expect(await json('tags', root, 'prune')).toMatchObject({ changed: 0, dropped: [] });
  // In another style the other site says what is implied, or none.
  await writeFile(join(root, 'loradeck.toml'), 'loradeck.style = "natural"\n');
  expect(await loradeck('tags', root, 'prune')).toMatchObject({ code: 2, err: expect.stringContaining('needs a vocabulary') as string });
});

test('what the checks say of names can be asked for', async () => {
  const root = await sample();
  await writeFile(join(root, '2_fox/1.txt'), 'fox, grin, smile');
  await writeFile(join(root, '2_fox/2.txt'), 'fox, side view');
  expect(await json('tags', root, 'add', 'x', '--where', 'issue:T08', '--dry-run')).toMatchObject({ edits: [{ image: '2_fox/1.png' }] });
  expect(await json('tags', root, 'add', 'x', '--where', 'issue:T11', '--dry-run')).toMatchObject({ edits: [{ image: '2_fox/2.png' }] });
});

test('convert from site to site, with the style, and back', async () => {
  const root = await sample();
  await writeFile(join(root, 'loradeck.toml'), '[loradeck]\nstyle = "e6"\n');
  await writeFile(join(root, '2_fox/1.txt'), 'fox, side view, front view, zzz');
  const there = await json('tags', root, 'convert', '--to', 'booru', '--set-style');
  expect(there).toMatchObject({
    changed: 1,
    converted: [{ from: 'side view', to: 'from side', via: null, images: 1 }],
    left: [{ tag: 'front view', near: [{ name: 'straight-on', relation: '~' }, { name: 'facing viewer', relation: '~' }] }, { tag: 'zzz', near: [] }],
  });
  expect([await caption(root, '2_fox/1.txt'), await caption(root, 'loradeck.toml')]).toEqual(['fox, from side, front view, zzz', '[loradeck]\nstyle = "booru"\n']);
  await json('undo', root);
  expect([await caption(root, '2_fox/1.txt'), await caption(root, 'loradeck.toml')]).toEqual(['fox, side view, front view, zzz', '[loradeck]\nstyle = "e6"\n']);
  expect((await loradeck('tags', root, 'convert', '--to', 'booru', '--loose', '--where', 'file:1')).out).toBe(
    '     1  front view → straight-on\n     1  side view → from side\n     1  zzz stays: no name is known for it\n' +
      'from side 0 → 1 · front view 1 → 0 · side view 1 → 0 · straight-on 0 → 1\nconverted the tags of 1 image to Danbooru’s names\n',
  );
});

test('convert writes aliases by their names', async () => {
  const root = await sample();
  await writeFile(join(root, '2_fox/1.txt'), 'fox, tshirt');
  expect(await json('tags', root, 'convert', '--aliases')).toMatchObject({ changed: 1, converted: [{ from: 'tshirt', to: 't-shirt', via: 'alias' }] });
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, t-shirt');
});

test('repair-encoding shows the texts and undo brings the bytes back', async () => {
  const root = await sample();
  const bytes = Buffer.from('\ufefffox, 狐\r\n', 'utf16le');
  await writeFile(join(root, '2_fox/2.txt'), bytes);
  const dry = await json('tags', root, 'repair-encoding', '--dry-run');
  expect(dry).toMatchObject({ changed: 1, unchanged: 2, edits: [{ image: '2_fox/2.png', before: 'fox, 狐\r\n', after: 'fox, 狐\n' }] });
  expect(await readFile(join(root, '2_fox/2.txt'))).toEqual(bytes);
  expect(await json('tags', root, 'repair-encoding')).toEqual(dry);
  expect(await caption(root, '2_fox/2.txt')).toBe('fox, 狐\n');
  await json('undo', root);
  expect(await readFile(join(root, '2_fox/2.txt'))).toEqual(bytes);
});

test('a diff and the counts are printed for a person', async () => {
  const root = await sample();
  const { out } = await loradeck('tags', root, 'replace', 'day', 'night', '--dry-run');
  expect(out).toBe('2_fox/1.png\n  - fox, day, Long_Hair\n  + fox, night, Long_Hair\nday 1 → 0 · night 1 → 2\nwould have replaced “day” by “night” in 1 image; 2 images unchanged\n');
});

test('undo keeps what another program wrote since, and is refused, with the name, where both changed the same tag', async () => {
  const root = await sample();
  await loradeck('tags', root, 'add', 'x');
  await writeFile(join(root, '2_fox/2.txt'), 'fox, dusk, x');
  expect((await loradeck('undo', root)).code).toBe(0);
  expect([await caption(root, '2_fox/1.txt'), await caption(root, '2_fox/2.txt')]).toEqual(['fox, day, Long_Hair\n', 'fox, dusk']);

  await loradeck('tags', root, 'replace', 'dusk', 'dawn');
  await writeFile(join(root, '2_fox/2.txt'), 'fox, noon');
  for (const more of [[], ['--dry-run']]) {
    const { err, code } = await loradeck('undo', root, ...more);
    expect(err).toBe('loradeck: In 2_fox/2.txt “dawn” is “noon” by now; nothing was written.\n');
    expect(code).toBe(1);
  }
  expect(await caption(root, '2_fox/2.txt')).toBe('fox, noon');
});

test.each([
  [2, 'does not exist', ['tags', '/nowhere/at/all']],
  [2, 'not “frob”', ['tags', 'ROOT', 'frob']],
  [2, 'needs a tag', ['tags', 'ROOT', 'add']],
  [2, 'needs two tags', ['tags', 'ROOT', 'replace', 'a']],
  [2, 'Only one of', ['tags', 'ROOT', 'add', 'a', '--first', '--last']],
  [2, '2 tags are replaced by one', ['tags', 'ROOT', 'replace', 'a,b', 'x,y,z']],
  [2, 'two texts', ['tags', 'ROOT', 'replace', '--text', 'a']],
  [2, 'cannot be read', ['tags', 'ROOT', 'replace', '--regex', '(', 'a']],
  [2, '--case goes with', ['tags', 'ROOT', 'replace', 'a', 'b', '--case']],
  [2, '--by does not go with', ['tags', 'ROOT', 'add', 'a', '--by', 'alphabet']],
  [2, 'needs --by', ['tags', 'ROOT', 'sort']],
  [2, 'frequency, alphabet or category', ['tags', 'ROOT', 'sort', '--by', 'colour']],
  [2, 'needs a position', ['tags', 'ROOT', 'move', 'a']],
  [2, 'takes no tags', ['tags', 'ROOT', 'pin', 'a']],
  [2, 'takes no tags', ['tags', 'ROOT', 'prune', 'a']],
  [2, '--aliases, or --to', ['tags', 'ROOT', 'convert']],
  [2, '--aliases, or --to', ['tags', 'ROOT', 'convert', '--aliases', '--to', 'e6']],
  [2, 'e6 or booru', ['tags', 'ROOT', 'convert', '--to', 'danbooru']],
  [2, '--set-style goes with', ['tags', 'ROOT', 'convert', '--aliases', '--set-style']],
  [2, 'No concept has an image', ['tags', 'ROOT', 'copy', 'Raw/r.png']],
  [2, 'no concept wolf', ['tags', 'ROOT', 'rename', 'wolf', 'x']],
  [2, 'a slash', ['tags', 'ROOT', 'rename', 'fox', 'a/b']],
  [2, 'a sentence', ['tags', 'ROOT', 'append']],
  [2, 'A position', ['tags', 'ROOT', 'remove', 'a', '--first']],
  [2, 'whole number', ['tags', 'ROOT', 'add', 'a', '--at', '0']],
  [2, 'query', ['tags', 'ROOT', 'add', 'a', '--where', '(']],
  [2, 'unknown option', ['tags', 'ROOT', 'add', 'a', '--colour']],
  [2, 'control character', ['tags', 'ROOT', 'add', 'a\u001bb']],
  [2, 'one concept', ['tags', 'ROOT/2_fox', 'list']],
  [2, 'no images', ['tags', 'ROOT/Raw', 'list']],
  [1, 'nothing to undo', ['undo', 'ROOT']],
  [1, 'nothing to redo', ['redo', 'ROOT']],
  [1, 'no change 9', ['undo', 'ROOT', '9']],
  [2, 'does not exist', ['history', '/nowhere/at/all']],
])('exit code %i and a line with “%s”', async (code, words, argv) => {
  const root = await sample();
  const result = await loradeck(...argv.map((word) => word.replace('ROOT', root)));
  expect(result.err).toContain(words);
  expect(result.err.trimEnd()).not.toContain('\n');
  expect(result.err).not.toContain('\u001b');
  expect(result).toMatchObject({ code, out: '' });
});
