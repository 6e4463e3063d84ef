import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ChangedMeanwhile } from '../../../src/core/journal/errors.js';
import { writeIntent } from '../../../src/core/journal/intent.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { journalFolder } from '../../../src/core/journal/places.js';
import { isAside, setAside } from '../../../src/core/journal/set-aside.js';
import { change, contents, move, put, text, workspace } from './workspace.js';

const files = { '3_a/one.npz': 'one', '3_a/two.npz': 'two', '3_a/one.txt': 'caption' };

test('what is removed lies aside under its own path, and comes back whole', async () => {
  const root = await workspace(files);
  const journal = await openJournal(root, { fsync: false });
  await journal.apply(change(...setAside(['3_a/one.npz', '3_a/two.npz'], 'x')));
  expect(await contents(root)).toEqual({ '3_a/one.txt': 'caption' });
  expect((await readdir(join(root, '.loradeck/removed/x/3_a'))).sort()).toEqual(['one.npz', 'two.npz']);
  await journal.undo();
  expect(await contents(root)).toEqual(files);
  await journal.redo();
  expect(await contents(root)).toEqual({ '3_a/one.txt': 'caption' });
});

test('what came since under the same name is in the way, and nothing is overwritten', async () => {
  const root = await workspace(files);
  const journal = await openJournal(root, { fsync: false });
  await journal.apply(change(...setAside(['3_a/one.npz', '3_a/two.npz'])));
  await put(root, { '3_a/two.npz': 'made anew' });
  await expect(journal.undo()).rejects.toThrow(ChangedMeanwhile);
  expect(await contents(root)).toEqual({ '3_a/one.txt': 'caption', '3_a/two.npz': 'made anew' });
});

test('a removal that is cut short is taken back', async () => {
  const root = await workspace(files);
  const entries = setAside(['3_a/one.npz', '3_a/two.npz'], 'x');
  const made = ['.loradeck/removed', '.loradeck/removed/x', '.loradeck/removed/x/3_a'];
  await mkdir(journalFolder(root), { recursive: true });
  await writeIntent(journalFolder(root), { seq: 1, do: 'apply', id: '1', at: '', what: 'removed two', images: 2, entries, made, cleared: [] }, false);
  await mkdir(join(root, '.loradeck/removed/x/3_a'), { recursive: true });
  await rename(join(root, '3_a/one.npz'), join(root, '.loradeck/removed/x/3_a/one.npz'));
  const journal = await openJournal(root, { fsync: false });
  expect(journal.recovered).toEqual([{ what: 'removed two', restored: 1, inTheWay: [] }]);
  expect(await contents(root)).toEqual(files);
  expect(await readdir(join(root, '.loradeck'))).not.toContain('removed');
});

test('nothing is written there but what is moved, and nothing else of the program’s own is touched', async () => {
  const root = await workspace(files);
  const journal = await openJournal(root, { fsync: false });
  const refused = [
    text('.loradeck/removed/x.txt', null, 'a'),
    move('3_a/one.npz', '.loradeck/journal/00000001.json'),
    move('3_a/one.npz', '.loradeck/removedx/one.npz'),
    move('3_a/one.npz', '.loradeck/removed/../journal/x'),
    move('.loradeck/journal', '3_a/journal'),
  ];
  for (const entry of refused) await expect(journal.apply(change(entry)), JSON.stringify(entry)).rejects.toThrow(/own folder|inside the workspace|removed/);
  expect(await contents(root)).toEqual(files);
});

test.each(['.loradeck/removed', '.loradeck/removed/x'])('nothing is moved through a link at %s', async (link) => {
  const root = await workspace(files);
  const elsewhere = await mkdtemp(join(tmpdir(), 'loradeck-elsewhere-'));
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }));
  const journal = await openJournal(root, { fsync: false });
  await mkdir(join(root, link, '..'), { recursive: true });
  await symlink(elsewhere, join(root, link));
  await expect(journal.apply(change(...setAside(['3_a/one.npz'], 'x')))).rejects.toThrow(/leads out of|own folder|link/);
  expect(await contents(root)).toEqual(files);
  expect(await readdir(elsewhere)).toEqual([]);
});

test('nor through one that leads to another of the program’s own folders', async () => {
  const root = await workspace(files);
  const journal = await openJournal(root, { fsync: false });
  await mkdir(join(root, '.loradeck/removed'), { recursive: true });
  await mkdir(join(root, '.loradeck/blobs'));
  await symlink('../blobs', join(root, '.loradeck/removed/x'));
  await expect(journal.apply(change(...setAside(['3_a/one.npz'], 'x')))).rejects.toThrow(/own folder/);
  expect(await readdir(join(root, '.loradeck/blobs'))).toEqual([]);
});

test('only that folder counts as aside', () => {
  expect(['.loradeck/removed', '.loradeck/removed/x/y'].every(isAside)).toBe(true);
  expect(['.loradeck', '.loradeck/removedx', 'x/.loradeck/removed'].some(isAside)).toBe(false);
});
