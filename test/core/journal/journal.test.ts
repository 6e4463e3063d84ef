import { appendFile, chmod, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeBlob } from '../../../src/core/journal/blobs.js';
import { ChangedMeanwhile, InvalidChange, inWords, NotWritten } from '../../../src/core/journal/errors.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { change, contents, move, put, text, workspace } from './workspace.js';

const open = (root: string) => openJournal(root, { fsync: false });

describe('a change', () => {
  test('is applied, undone and redone', async () => {
    const root = await workspace({ '1_a/x.txt': 'old' });
    const journal = await open(root);
    const { recorded, written } = await journal.apply(change(text('1_a/x.txt', 'old', 'new'), text('1_a/y.txt', null, 'made')));
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'new', '1_a/y.txt': 'made' });
    expect(recorded).toMatchObject({ id: '1', what: 'a change', images: 2, undone: false });
    expect(written.get('1_a/y.txt')).toMatch(/^[0-9a-f]{64}$/);
    expect((await journal.undo())?.recorded.undone).toBe(true);
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'old' });
    expect(await journal.undo()).toBeNull();
    await journal.redo();
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'new', '1_a/y.txt': 'made' });
    expect(await journal.redo()).toBeNull();
  });

  test('can be undone by a later program', async () => {
    const root = await workspace({ '1_a/x.txt': 'old' });
    await (await open(root)).apply(change(text('1_a/x.txt', 'old', 'new')));
    const journal = await open(root);
    expect(journal.last.undo?.what).toBe('a change');
    await journal.undo();
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'old' });
    expect((await open(root)).last).toMatchObject({ undo: null, redo: { undone: true } });
  });

  test('keeps the rights of a file', async () => {
    const root = await workspace({ 'a.txt': 'old' });
    await chmod(join(root, 'a.txt'), 0o640);
    await (await open(root)).apply(change(text('a.txt', 'old', 'new')));
    expect((await stat(join(root, 'a.txt'))).mode & 0o777).toBe(0o640);
  });

  test('is refused, with the names, when a file is not what it expects', async () => {
    const root = await workspace({ 'a.txt': 'old', 'b.txt': 'edited elsewhere' });
    const refused = (await open(root)).apply(change(text('a.txt', 'old', 'new'), text('b.txt', 'old', 'new'), text('c.txt', 'gone', 'new')));
    await expect(refused).rejects.toThrow(ChangedMeanwhile);
    await expect(refused).rejects.toMatchObject({ paths: ['b.txt', 'c.txt'] });
    expect(await contents(root)).toEqual({ 'a.txt': 'old', 'b.txt': 'edited elsewhere' });
  });

  test('is taken back whole when it fails in the middle', async () => {
    const root = await workspace({ 'a.txt': 'old', 'folder/x.txt': '' });
    const journal = await open(root);
    const bad = { kind: 'blob', path: 'new.bin', before: null, after: await storeBlob(root, Buffer.from('bytes')) } as const;
    await writeFile(join(root, '.loradeck/blobs', bad.after), 'wrong');
    await expect(journal.apply(change(text('a.txt', 'old', 'new'), move('folder', 'other'), bad))).rejects.toThrow(InvalidChange);
    expect(await contents(root)).toEqual({ 'a.txt': 'old', 'folder/x.txt': '' });
    expect(await journal.history()).toEqual([]);
    await journal.apply(change(text('a.txt', 'old', 'new')));
    expect(await readdir(root)).toEqual(expect.not.arrayContaining([expect.stringContaining('.tmp')]));
  });

  test('moves a folder and edits what is in it, and back', async () => {
    const root = await workspace({ '1_a/x.txt': 'a', '1_a/x.png': 'picture' });
    const journal = await open(root);
    await journal.apply(change(move('1_a', '5_b'), text('5_b/x.txt', 'a', 'b'), move('5_b/x.png', 'Left out/5_b/x.png')));
    expect(await contents(root)).toEqual({ '5_b/x.txt': 'b', 'Left out/5_b/x.png': 'picture' });
    await journal.undo();
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'a', '1_a/x.png': 'picture' });
    expect((await readdir(root)).sort()).toEqual(['.loradeck', '1_a']);
    await journal.redo();
    expect(await contents(root)).toEqual({ '5_b/x.txt': 'b', 'Left out/5_b/x.png': 'picture' });
  });

  test('renames a folder, makes another of its name, and both are undone', async () => {
    const root = await workspace({ '1_a/x.txt': 'a' });
    const journal = await open(root);
    await journal.apply(change(move('1_a', '2_b'), text('1_a/y.txt', null, 'new')));
    await journal.undo();
    expect(await contents(root)).toEqual({ '1_a/x.txt': 'a' });
    await journal.redo();
    expect(await contents(root)).toEqual({ '2_b/x.txt': 'a', '1_a/y.txt': 'new' });
  });

  test('swaps two names', async () => {
    const root = await workspace({ a: '1', b: '2' });
    const journal = await open(root);
    await journal.apply(change(move('a', 't'), move('b', 'a'), move('t', 'b')));
    expect(await contents(root)).toEqual({ a: '2', b: '1' });
    await journal.undo();
    expect(await contents(root)).toEqual({ a: '1', b: '2' });
  });

  test('never moves one file over another', async () => {
    const root = await workspace({ a: '1', b: '2' });
    await expect((await open(root)).apply(change(move('a', 'b')))).rejects.toThrow(ChangedMeanwhile);
    expect(await contents(root)).toEqual({ a: '1', b: '2' });
  });

  test('with bytes keeps the old ones for undo', async () => {
    const root = await workspace({ 'x.png': Buffer.from([0, 255, 1]) });
    const journal = await open(root);
    const before = await storeBlob(root, Buffer.from([0, 255, 1]));
    const after = await storeBlob(root, Buffer.from([9, 9]));
    await journal.apply(change({ kind: 'blob', path: 'x.png', before, after }));
    expect(await readFile(join(root, 'x.png'))).toEqual(Buffer.from([9, 9]));
    await journal.undo();
    expect(await readFile(join(root, 'x.png'))).toEqual(Buffer.from([0, 255, 1]));
  });

  test('that would leave a caption of 0 bytes is refused', async () => {
    const root = await workspace({ 'a.txt': 'tag' });
    await expect((await open(root)).apply(change(text('a.txt', 'tag', '')))).rejects.toThrow(InvalidChange);
    expect(await contents(root)).toEqual({ 'a.txt': 'tag' });
  });
});

describe('what the system refuses', () => {
  test('is a sentence about the workspace, and leaves everything as it was', async () => {
    const root = await workspace({ 'a.txt': 'old', '.loradeck': 'a file in place of the folder' });
    const refused = (await open(root)).apply(change(text('a.txt', 'old', 'new')));
    await expect(refused).rejects.toThrow(NotWritten);
    await expect(refused).rejects.toThrow('This workspace cannot be written (ENOTDIR): nothing was changed.');
    expect(await contents(root)).toEqual({ 'a.txt': 'old' });
  });

  test.each([
    ['ENOSPC', '/w/1_a/.loradeck-3-0.tmp', 'The disk is full: nothing was changed.'],
    ['EACCES', '/w/1_a/.loradeck-3-0.tmp', '1_a may not be written to by you: nothing was changed.'],
    ['EPERM', '/w/.loradeck-3-0.tmp', 'This workspace may not be written to by you: nothing was changed.'],
    ['EROFS', '/w/.loradeck', 'This workspace may not be written to by you: nothing was changed.'],
    ['EIO', '/w/1_a/\u001b[2J.txt', '1_a/␛[2J.txt cannot be written (EIO): nothing was changed.'],
  ])('%s at %s', (code, path, sentence) => {
    const error = Object.assign(new Error(code), { code, path, syscall: 'open' });
    expect(inWords(error, '/w')).toMatchObject({ message: sentence, code });
  });

  test('any other error is left as it is', () => {
    const error = new Error('of our own');
    expect(inWords(error, '/w')).toBe(error);
  });
});

describe('a hostile path', () => {
  const paths = ['/etc/passwd', '../x', '1_a/../../x', 'Raw/x.txt', 'raw/x.txt', '.loradeck/journal/log.jsonl', 'a//b', './a', '', 'out/x.txt', 'inward/x.txt', 'out', 'link.txt', 'a\0b'];
  test.each(paths)('%j is refused', async (path) => {
    const root = await workspace({ 'Raw/x.txt': 'original', '1_a/x.txt': 'a' });
    const elsewhere = await workspace({ 'x.txt': 'mine' });
    await symlink(elsewhere, join(root, 'out'));
    await symlink(join(root, 'Raw'), join(root, 'inward'));
    await symlink(join(elsewhere, 'x.txt'), join(root, 'link.txt'));
    const before = await contents(root);
    const journal = await open(root);
    for (const entry of [text(path, null, 'bad'), text(path, 'mine', 'bad'), text(path, 'mine', null), move('1_a', path), move(path, '2_b')]) {
      await expect(journal.apply(change(entry))).rejects.toThrow(/./);
    }
    expect(await contents(elsewhere)).toEqual({ 'x.txt': 'mine' });
    expect(await contents(root)).toEqual(before);
  });

  test('in an unfinished change that came with the workspace writes nothing', async () => {
    const elsewhere = await workspace({ 'x.txt': 'mine' });
    const root = await workspace();
    const entries = [text(`../${elsewhere.split('/').at(-1)}/x.txt`, 'bad', 'mine')];
    const intent = { seq: 1, do: 'apply', id: '1', at: '', what: '', images: 1, entries, made: [], cleared: [] };
    await put(root, { '.loradeck/journal/00000001.intent': JSON.stringify(intent) });
    await open(root);
    expect(await contents(elsewhere)).toEqual({ 'x.txt': 'mine' });
    expect(await readdir(join(root, '.loradeck/journal'))).toContain('00000001.intent.refused');
  });

  test('a link in place of the program’s own folder is not followed', async () => {
    const elsewhere = await workspace();
    const root = await workspace({ 'a.txt': 'old' });
    await symlink(elsewhere, join(root, '.loradeck'));
    await expect((await open(root)).apply(change(text('a.txt', 'old', 'new')))).rejects.toThrow(InvalidChange);
    expect(await contents(root)).toEqual({ 'a.txt': 'old' });
  });
});

describe('an older change', () => {
  test('is undone alone when its files are as it left them', async () => {
    const root = await workspace({ 'a.txt': 'a', 'b.txt': 'b' });
    const journal = await open(root);
    await journal.apply(change(text('a.txt', 'a', 'A')));
    await journal.apply(change(text('b.txt', 'b', 'B')));
    await journal.undo('1');
    expect(await contents(root)).toEqual({ 'a.txt': 'a', 'b.txt': 'B' });
    await expect(journal.undo('1')).rejects.toThrow('undone already');
    await expect(journal.undo('7')).rejects.toThrow('no change 7');
    expect(await journal.history()).toMatchObject([{ id: '2', undone: false }, { id: '1', undone: true }]);
  });

  test('is refused, with the names, when a later one touched its files', async () => {
    const root = await workspace({ 'a.txt': 'a' });
    const journal = await open(root);
    await journal.apply(change(text('a.txt', 'a', 'b')));
    await journal.apply(change(text('a.txt', 'b', 'c')));
    expect((await journal.outlook('undo', '1'))?.refusal?.message).toBe('In a.txt “b” is “c” by now, by change 2 (a change); nothing was written.');
    await expect(journal.undo('1')).rejects.toMatchObject({ paths: ['a.txt'] });
    expect(await contents(root)).toEqual({ 'a.txt': 'c' });
  });

  test('is followed through later renames', async () => {
    const root = await workspace({ '1_a/x.txt': 'a', '1_a/x.png': 'p', '1_a/gone.txt': 'gone' });
    const journal = await open(root);
    await journal.apply(change(text('1_a/x.txt', 'a', 'b'), text('1_a/gone.txt', 'gone', null)));
    await journal.apply(change(move('1_a/x.png', 'Left out/x.png')));
    await journal.apply(change(move('1_a', '3_c')));
    await journal.undo('1');
    await journal.undo('2');
    expect(await contents(root)).toEqual({ '3_c/x.txt': 'a', '3_c/gone.txt': 'gone', '3_c/x.png': 'p' });
  });
});

describe('what a crash leaves', () => {
  test('a torn last line of the log is cut off and its change rolled back', async () => {
    const root = await workspace({ 'a.txt': 'a' });
    const journal = await open(root);
    await journal.apply(change(text('a.txt', 'a', 'b')));
    await journal.apply(change(text('a.txt', 'b', 'c')));
    const log = join(root, '.loradeck/journal/log.jsonl');
    // The state at a power cut: the second commit half on the disk, its intent not settled.
    await truncate(log, (await stat(log)).size - 9);
    const name = (seq: number, ending: string) => join(root, `.loradeck/journal/0000000${seq}.${ending}`);
    await writeFile(name(2, 'intent'), await readFile(name(2, 'json')));
    const again = await open(root);
    expect(again.recovered).toMatchObject([{ restored: 1, inTheWay: [] }]);
    expect(await contents(root)).toEqual({ 'a.txt': 'b' });
    await again.apply(change(text('a.txt', 'b', 'd')));
    await again.undo();
    await again.undo();
    expect(await contents(root)).toEqual({ 'a.txt': 'a' });
    expect(await (await open(root)).history()).toHaveLength(2);
  });

  test('garbage in the log is passed over', async () => {
    const root = await workspace({ 'a.txt': 'a' });
    const journal = await open(root);
    await journal.apply(change(text('a.txt', 'a', 'b')));
    await appendFile(join(root, '.loradeck/journal/log.jsonl'), 'null\n{"seq":1}\n\0\0\0\n[]\n{"seq":');
    const again = await open(root);
    await again.apply(change(text('a.txt', 'b', 'c')));
    expect(await (await open(root)).history()).toHaveLength(2);
    await again.undo();
    await again.undo();
    expect(await contents(root)).toEqual({ 'a.txt': 'a' });
  });

  test('a lost log does not undo the past', async () => {
    const root = await workspace({ 'a.txt': 'a' });
    await (await open(root)).apply(change(text('a.txt', 'a', 'b')));
    await truncate(join(root, '.loradeck/journal/log.jsonl'));
    const again = await open(root);
    expect(await contents(root)).toEqual({ 'a.txt': 'b' });
    expect((await again.apply(change(text('a.txt', 'b', 'c')))).recorded.id).toBe('2');
  });

  test('files written by hand since are left alone and named', async () => {
    const root = await workspace({ 'a.txt': 'new', 'b.txt': 'by hand', 'c.txt': 'old' });
    const entries = ['a', 'b', 'c'].map((name) => text(`${name}.txt`, 'old', 'new'));
    const intent = { seq: 1, do: 'apply', id: '1', at: '', what: 'cut short', images: 3, entries, made: [], cleared: [] };
    await put(root, { '.loradeck/journal/00000001.intent': JSON.stringify(intent), '.loradeck-1-1.tmp': 'half' });
    const journal = await open(root);
    expect(journal.recovered).toEqual([{ what: 'cut short', restored: 1, inTheWay: ['b.txt'] }]);
    expect(await contents(root)).toEqual({ 'a.txt': 'old', 'b.txt': 'by hand', 'c.txt': 'old' });
  });

  test.each([0, 1, 2, 3])('a swap of names cut after %i of 3 renames is put back, noted or not', async (done) => {
    for (const noted of [done, done - 1].filter((count) => count >= 0 && count < 3)) {
      const root = await workspace({ a: '1', b: '2' });
      const entries = [move('a', 't'), move('b', 'a'), move('t', 'b')];
      const journal = await open(root);
      if (done > 0) await journal.apply(change(...entries.slice(0, done)));
      const intent = { seq: 9, do: 'apply', id: '9', at: '', what: '', images: 1, entries, made: [], cleared: [] };
      await put(root, { '.loradeck/journal/00000009.intent': JSON.stringify(intent), '.loradeck/journal/00000009.steps': `0\n${noted}\n7` });
      await open(root);
      expect(await contents(root)).toEqual({ a: '1', b: '2' });
    }
  });
});
