import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addWalked, forgetWalked, readWalked, walkedKey } from '../../../src/core/session/walked.js';

let root: string;
beforeEach(async () => void (root = await mkdtemp(path.join(tmpdir(), 'loradeck-walked-'))));
afterEach(() => rm(root, { recursive: true, force: true }));

test('an image is remembered by its concept and name, whatever the repeats', () => {
  expect(walkedKey({ folder: '10_pip', name: '001.png' })).toBe('pip/001.png');
  expect(walkedKey({ folder: '4_pip', name: '001.png' })).toBe('pip/001.png');
  expect(walkedKey({ folder: 'Raw', name: '001.png' })).toBe('Raw/001.png');
});

test('where nobody went through anything there is nothing to read, and no file is made', async () => {
  expect(await readWalked(root)).toEqual(new Set());
  await expect(readFile(path.join(root, '.loradeck/walked.jsonl'))).rejects.toThrow('ENOENT');
});

test('what several sessions add at once is all there, whatever a name holds', async () => {
  const keys = ['pip/a\nb.png', 'pip/"quoted".png', 'pip/\u001b[2J.png', 'pip/é.png', ...Array.from({ length: 40 }, (_, i) => `pip/${i}.png`)];
  await Promise.all(keys.map((key) => addWalked(root, key)));
  expect(await readWalked(root)).toEqual(new Set(keys));
});

test('a line that a crash cut short spoils nothing but itself', async () => {
  await addWalked(root, 'pip/001.png');
  await appendFile(path.join(root, '.loradeck/walked.jsonl'), '\n"pip/00');
  await addWalked(root, 'pip/003.png');
  expect(await readWalked(root)).toEqual(new Set(['pip/001.png', 'pip/003.png']));
});

test('beginning anew forgets what was before', async () => {
  await addWalked(root, 'pip/001.png');
  await forgetWalked(root);
  await addWalked(root, 'pip/002.png');
  expect(await readWalked(root)).toEqual(new Set(['pip/002.png']));
});
