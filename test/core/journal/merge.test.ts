import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ChangedMeanwhile, InvalidChange } from '../../../src/core/journal/errors.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { change, contents, move, put, text, workspace } from './workspace.js';

const open = (root: string) => openJournal(root, { fsync: false });
const x = '1_a/x.txt';

describe('a caption that another program wrote in between', () => {
  test('keeps what it wrote, and gets the edit', async () => {
    const root = await workspace({ [x]: 'fox, day, by hand\n', '1_a/y.txt': 'fox' });
    const journal = await open(root);
    const applied = await journal.apply(change(text(x, 'fox, day', 'fox, day, solo'), text('1_a/y.txt', 'fox', 'fox, solo')));
    expect(applied).toMatchObject({ merged: [x], change: { entries: [{ path: x, before: 'fox, day, by hand\n', after: 'fox, day, by hand, solo\n' }, { path: '1_a/y.txt' }] } });
    expect(await contents(root)).toEqual({ [x]: 'fox, day, by hand, solo\n', '1_a/y.txt': 'fox, solo' });
    await journal.undo();
    expect(await contents(root)).toEqual({ [x]: 'fox, day, by hand\n', '1_a/y.txt': 'fox' });
  });

  test('gets what follows it too, and both are taken back one by one', async () => {
    const root = await workspace({ [x]: 'fox, by hand' });
    const journal = await open(root);
    await journal.apply(change(text(x, 'fox', 'fox, a')));
    await journal.apply(change(text(x, 'fox, a', 'fox, a, b')));
    expect(await contents(root)).toEqual({ [x]: 'fox, by hand, a, b' });
    await journal.undo();
    await journal.undo();
    expect(await contents(root)).toEqual({ [x]: 'fox, by hand' });
  });

  test('is left alone, and named with the tag, when both changed that', async () => {
    const root = await workspace({ [x]: 'fox, dusk', '1_a/y.txt': 'fox' });
    const refused = (await open(root)).apply(change(text(x, 'fox, day', 'fox, night'), text('1_a/y.txt', 'fox', 'fox, solo')));
    await expect(refused).rejects.toThrow(ChangedMeanwhile);
    await expect(refused).rejects.toThrow(`In ${x} “day” is “dusk” by now; nothing was written.`);
    expect(await contents(root)).toEqual({ [x]: 'fox, dusk', '1_a/y.txt': 'fox' });
  });

  test.each([
    ['gone', {}, text(x, 'fox', 'fox, a'), `${x} is not there any more; nothing was written.`],
    ['there by now, with another first tag', { [x]: 'dog' }, text(x, null, 'fox'), null],
    ['UTF-16 by now', { [x]: Buffer.from('\ufefffox', 'utf16le') }, text(x, 'fox', 'fox, a'), `${x} was changed by another program in between. Nothing was overwritten; look at it again and repeat.`],
  ])('and is %s', async (_name, files, entry, why) => {
    const root = await workspace(files);
    const before = await contents(root);
    const result = (await open(root)).apply(change(entry));
    if (why === null) {
      await result;
      expect(await contents(root)).toEqual({ [x]: 'fox, dog' });
    } else {
      await expect(result).rejects.toThrow(why);
      expect(await contents(root)).toEqual(before);
    }
  });

  test('as we would have is no change of ours', async () => {
    const root = await workspace({ [x]: 'fox, a' });
    const journal = await open(root);
    await expect(journal.apply(change(text(x, 'fox', 'fox, a')))).rejects.toThrow(InvalidChange);
    expect(await journal.history()).toEqual([]);
  });

  test('is merged under the name that the change itself gives it', async () => {
    const root = await workspace({ [x]: 'fox, by hand' });
    const journal = await open(root);
    await journal.apply(change(text(x, 'fox', 'fox, a'), move('1_a', '2_b'), text('2_b/x.txt', 'fox, a', 'fox, a, b')));
    expect(await contents(root)).toEqual({ '2_b/x.txt': 'fox, by hand, a, b' });
    await journal.undo();
    expect(await contents(root)).toEqual({ [x]: 'fox, by hand' });
  });

  test('and that is to be taken away stays with what it wrote', async () => {
    const root = await workspace({ [x]: 'fox, by hand', '1_a/y.txt': 'fox,\n' });
    await (await open(root)).apply(change(text(x, 'fox', null), text('1_a/y.txt', 'fox', null)));
    expect(await contents(root)).toEqual({ [x]: 'by hand' });
  });

  test('never ends with 0 bytes', async () => {
    const root = await workspace({ [x]: 'a' });
    await (await open(root)).apply(change(text(x, 'a, b', 'b')));
    expect(await contents(root)).toEqual({ [x]: '\n' });
  });
});

describe('settings that another program wrote in between', () => {
  const toml = '[a]\nx = 1\ny = 2\n';

  test('are merged by line', async () => {
    const root = await workspace({ 'loradeck.toml': toml.replace('2', '6 # mine') });
    await (await open(root)).apply(change(text('loradeck.toml', toml, toml.replace('1', '5'))));
    expect(await contents(root)).toEqual({ 'loradeck.toml': '[a]\nx = 5\ny = 6 # mine\n' });
  });

  test('are left alone when both wrote the same line, or the whole would be no TOML', async () => {
    const root = await workspace({ 'loradeck.toml': `${toml}z = 3\n` });
    const journal = await open(root);
    await expect(journal.apply(change(text('loradeck.toml', toml, `${toml}z = 4\n`)))).rejects.toThrow('loradeck.toml was changed in the same place; nothing was written.');
    await expect(journal.apply(change(text('loradeck.toml', `${toml}z = 1\n`, `${toml}z = 4\n`)))).rejects.toThrow('In loradeck.toml “z = 1” is “z = 3” by now; nothing was written.');
    expect(await contents(root)).toEqual({ 'loradeck.toml': `${toml}z = 3\n` });
  });
});

describe('an old change', () => {
  test('is taken out from under later ones, and brought back', async () => {
    const root = await workspace({ [x]: 'fox', '1_a/y.txt': 'fox, old' });
    const journal = await open(root);
    await journal.apply(change(text(x, 'fox', 'fox, day'), text('1_a/y.txt', 'fox, old', 'fox, day, old')));
    await journal.apply(change(text(x, 'fox, day', 'fox, day, solo'), text('1_a/y.txt', 'fox, day, old', 'fox, day')));
    await journal.apply(change(move('1_a', '2_b')));
    await put(root, { '2_b/x.txt': 'hi, fox, day, solo' });
    const later = await open(root);
    const outlook = await later.outlook('undo', '1');
    expect(outlook).toMatchObject({ merged: ['2_b/y.txt', '2_b/x.txt'], refusal: null });
    expect(outlook?.change.entries).toContainEqual(text('2_b/x.txt', 'hi, fox, day, solo', 'hi, fox, solo'));
    expect(await readFile(join(root, '2_b/x.txt'), 'utf8')).toBe('hi, fox, day, solo');
    await later.undo('1');
    expect(await contents(root)).toEqual({ '2_b/x.txt': 'hi, fox, solo', '2_b/y.txt': 'fox' });
    expect(later.last.undo?.id).toBe('3');
    await later.redo('1');
    expect(await contents(root)).toEqual({ '2_b/x.txt': 'hi, fox, day, solo', '2_b/y.txt': 'fox, day' });
    expect(await later.change('1')).toMatchObject({ what: 'a change', entries: [{ path: x }, { path: '1_a/y.txt' }] });
  });

  test('of which nothing is left is undone by that', async () => {
    const root = await workspace({ [x]: 'fox' });
    const journal = await open(root);
    await journal.apply(change(text(x, 'fox', 'fox, day')));
    await journal.apply(change(text(x, 'fox, day', 'fox')));
    expect((await journal.undo('1'))?.change.entries).toEqual([]);
    expect(await journal.history()).toMatchObject([{ id: '2', undone: false }, { id: '1', undone: true }]);
    await journal.redo('1');
    expect(await contents(root)).toEqual({ [x]: 'fox' });
    await journal.undo('2');
    expect(await contents(root)).toEqual({ [x]: 'fox, day' });
  });

  test('that cannot be taken back alone says which later one is in the way, in which image and tag', async () => {
    const root = await workspace({ [x]: 'fox, day', '1_a/p.png': 'bytes' });
    const journal = await open(root);
    await journal.apply({ ...change(text(x, 'fox, day', 'fox, night')), what: 'replaced “day” by “night”' });
    await journal.apply({ ...change(move('1_a', '2_b')), what: 'renamed' });
    await journal.apply({ ...change(text('2_b/x.txt', 'fox, night', 'fox, dusk')), what: 'replaced “night” by “dusk”' });
    await journal.apply({ ...change(text('2_b/x.txt', 'fox, dusk', 'fox, dusk, solo')), what: 'added “solo”' });
    const why = 'In 2_b/x.txt “night” is “dusk” by now, by change 3 (replaced “night” by “dusk”); nothing was written.';
    await expect(journal.undo('1')).rejects.toThrow(why);
    expect((await journal.outlook('undo', '1'))?.refusal?.message).toBe(why);
    await journal.undo('3');
    await journal.undo('1');
    expect(await contents(root)).toEqual({ '2_b/x.txt': 'fox, day, solo', '2_b/p.png': 'bytes' });
  });

  test('that moved what was moved back since is undone by that', async () => {
    const root = await workspace({ '1_a/x.png': 'p', [x]: 'fox' });
    const journal = await open(root);
    await journal.apply(change(move('1_a/x.png', 'Left out/x.png'), text(x, 'fox', 'fox, out')));
    await journal.apply(change(move('Left out/x.png', '1_a/x.png')));
    expect(await journal.outlook('undo', '1')).toMatchObject({ refusal: null, change: { entries: [{ path: x }] } });
    await journal.undo('1');
    expect(await contents(root)).toEqual({ '1_a/x.png': 'p', [x]: 'fox' });
  });

  test('of a file that is gone says so', async () => {
    const root = await workspace({ [x]: 'fox' });
    const journal = await open(root);
    await journal.apply(change(text(x, 'fox', 'fox, day')));
    await rm(join(root, x));
    await expect(journal.undo()).rejects.toThrow(`${x} is not there any more; nothing was written.`);
    await writeFile(join(root, x), 'fox, day, again');
    await journal.undo();
    expect(await contents(root)).toEqual({ [x]: 'fox, again' });
  });
});
