import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../runner/temp-folder.js';
import { json, loradeck } from './loradeck.js';

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

test('undo is refused, with the name, when a file was edited since', async () => {
  const root = await sample();
  await loradeck('tags', root, 'add', 'x');
  await writeFile(join(root, '2_fox/2.txt'), 'by hand');
  for (const more of [[], ['--dry-run']]) {
    const { err, code } = await loradeck('undo', root, ...more);
    expect(err).toMatch(/^loradeck: 2_fox\/2\.txt was changed by another program in between\. Nothing was overwritten; look at it again and repeat\.\n$/);
    expect(code).toBe(1);
  }
  expect(await caption(root, '2_fox/1.txt')).toBe('fox, day, Long_Hair, x\n');
});

test.each([
  [2, 'does not exist', ['tags', '/nowhere/at/all']],
  [2, 'not “frob”', ['tags', 'ROOT', 'frob']],
  [2, 'needs a tag', ['tags', 'ROOT', 'add']],
  [2, 'needs two tags', ['tags', 'ROOT', 'replace', 'a']],
  [2, 'Only one of', ['tags', 'ROOT', 'add', 'a', '--first', '--last']],
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
