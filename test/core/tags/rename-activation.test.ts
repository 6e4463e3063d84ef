import { describe, expect, test } from 'vitest';
import { InvalidConcept } from '../../../src/core/dataset/create.js';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { openJournal } from '../../../src/core/journal/journal.js';
import { readSamplePrompts } from '../../../src/core/tags/sample-prompts.js';
import { renameActivation } from '../../../src/core/tags/rename-activation.js';
import { contents, put, workspace } from '../journal/workspace.js';

const files = {
  '010_fox, red_hat/a.png': 'x',
  '010_fox, red_hat/a.txt': 'Fox, red hat ,smile\r\nfox, day\r\n',
  '010_fox, red_hat/b.png': 'x',
  '010_fox, red_hat/b.txt': 'smile',
  '010_fox, red_hat/c.png': 'x',
  '010_fox, red_hat/c.txt': 'fox, red hat, a photo of the fox and other foxes in the deep, deep snow.',
  '2_wolf/a.png': 'x',
  '2_wolf/a.txt': 'wolf, fox',
  'loradeck.toml': '# mine\n[loradeck.goals]\n"fox, red_hat" = "character"\n',
};

describe('a concept is renamed', () => {
  test('with its folder, captions and goal, as one change that is undone as one', async () => {
    const root = await workspace(files);
    const dataset = await scanWorkspace(root);
    const change = renameActivation(dataset, '010_fox, red_hat', 'vix, blue cap');
    expect(change).toMatchObject({ images: 2, unchanged: 1, what: 'renamed 010_fox, red_hat to 010_vix, blue cap, and its activation tags in 2 images' });
    const journal = await openJournal(root, { fsync: false });
    await journal.apply(change);
    expect(await contents(root)).toEqual({
      '010_vix, blue cap/a.png': 'x',
      '010_vix, blue cap/a.txt': 'vix, blue cap ,smile\r\nvix, day\r\n',
      '010_vix, blue cap/b.png': 'x',
      '010_vix, blue cap/b.txt': 'smile',
      '010_vix, blue cap/c.png': 'x',
      '010_vix, blue cap/c.txt': 'vix, blue cap, a photo of the vix and other foxes in the deep, deep snow.',
      '2_wolf/a.png': 'x',
      '2_wolf/a.txt': 'wolf, fox',
      'loradeck.toml': '# mine\n[loradeck.goals]\n"vix, blue cap" = "character"\n',
    });
    await journal.undo();
    expect(await contents(root)).toEqual(files);
  });

  test('to fewer or more tags, or another number of repeats alone', async () => {
    const root = await workspace(files);
    const dataset = await scanWorkspace(root);
    const texts = (...rest: [string, number?]) =>
      renameActivation(dataset, '010_fox, red_hat', ...rest).entries.flatMap((entry) => (entry.kind === 'text' && entry.path.endsWith('a.txt') ? [entry.after] : []));
    expect(texts('vix')).toEqual(['vix,smile\r\nvix, day\r\n']);
    expect(texts('vix, cap, boots')).toEqual(['vix, cap , boots,smile\r\nvix, day\r\n']);
    expect(renameActivation(dataset, '010_fox, red_hat', 'fox, red_hat', 5)).toMatchObject({
      images: 0,
      entries: [{ kind: 'move', from: '010_fox, red_hat', to: '5_fox, red_hat' }],
    });
  });

  test('with the sample prompts of the workspace', async () => {
    const settings = 'sample_prompts = "prompts.txt"\n';
    const root = await workspace({ ...files, 'loradeck.toml': settings, 'prompts.txt': 'fox, red hat, smile --w 512\nfoxes and a fox\n', 'other.txt': 'fox' });
    const change = renameActivation(await scanWorkspace(root), '010_fox, red_hat', 'vix, cap', undefined, await readSamplePrompts(root));
    const journal = await openJournal(root, { fsync: false });
    await journal.apply(change);
    expect(await contents(root)).toMatchObject({ 'prompts.txt': 'vix, cap, smile --w 512\nfoxes and a vix\n', 'other.txt': 'fox', 'loradeck.toml': settings });
    await journal.undo();
    expect(await contents(root)).toMatchObject({ 'prompts.txt': 'fox, red hat, smile --w 512\nfoxes and a fox\n' });
    for (const named of ['../prompts.txt', '/etc/hosts.txt', 'none.txt', 'prompts.json']) {
      await put(root, { 'loradeck.toml': `sample_prompts = "${named}"\n` });
      expect(await readSamplePrompts(root), named).toBeNull();
    }
  });

  test('only to a name that a folder can have', async () => {
    const root = await workspace(files);
    const dataset = await scanWorkspace(root);
    expect(() => renameActivation(dataset, '010_fox, red_hat', 'a/b')).toThrow(InvalidConcept);
    expect(() => renameActivation(dataset, '010_fox, red_hat', ' ')).toThrow(InvalidConcept);
    expect(() => renameActivation(dataset, '010_fox, red_hat', 'wolf', 2)).toThrow('already');
    expect(() => renameActivation(dataset, '3_none', 'a')).toThrow('no concept');
  });
});
