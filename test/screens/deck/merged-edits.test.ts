import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { trainedPictures } from '../../../src/core/session/visible.js';
import { addTags, editCaption, removeTags } from '../../../src/core/tags/verbs.js';
import type { Deck } from '../../../src/screens/deck/deck.js';
import { openSample, root } from '../support/sample-deck.js';

let deck: Deck;
beforeEach(async () => {
  ({ deck } = await openSample(80, 24));
});

const pictureAt = (index: number) => trainedPictures(deck.session.getState().dataset!)[index]!;
const fileOf = (index: number) => join(root, pictureAt(index).captionPath);
const read = (index: number) => readFile(fileOf(index), 'utf8');
const scope = (...indexes: number[]) => ({ pictures: indexes.map(pictureAt), concepts: deck.session.getState().dataset!.concepts, captionExtension: '.txt' });
const said = () => deck.session.getState().message?.text;

test('an edit of a caption that another program wrote keeps both, on the disk and in hand', async () => {
  const before = await read(0);
  await writeFile(fileOf(0), before.replace(/\s*$/, ', by hand'));
  expect(await deck.apply(addTags(scope(0, 1), ['storybook']))).toBe(true);
  expect(await read(0)).toContain('by hand, storybook');
  expect(pictureAt(0).caption?.text).toBe(await read(0));
  expect(pictureAt(0).tags.slice(-2)).toEqual(['by hand', 'storybook']);
  expect(said()).toBe('added “storybook” to 2 images, together with what was written in 001.txt since');
  await deck.undo();
  expect(pictureAt(0).tags.slice(-1)).toEqual(['by hand']);
});

test('edits that follow each other at once are all merged with it', async () => {
  const before = await read(0);
  await writeFile(fileOf(0), before.replace(/\s*$/, ', by hand'));
  const done = ['one', 'two', 'three'].map((tag) => deck.apply(addTags(scope(0), [tag])));
  expect(pictureAt(0).tags.slice(-3)).toEqual(['one', 'two', 'three']);
  expect(await Promise.all(done)).toEqual([true, true, true]);
  expect(pictureAt(0).tags.slice(-4)).toEqual(['by hand', 'one', 'two', 'three']);
  expect(pictureAt(0).caption?.text).toBe(await read(0));
});

test('a text that was opened before is merged as well, and one that cannot be is refused and nothing lost', async () => {
  const picture = pictureAt(0);
  const before = await read(0);
  await writeFile(fileOf(0), `by hand, ${before}`);
  await deck.apply(editCaption(picture, `${before.trimEnd()}, typed`));
  expect(await read(0)).toContain('by hand, ');
  expect(await read(0)).toContain(', typed');
  await rm(fileOf(1));
  expect(await deck.apply(removeTags(scope(1), pictureAt(1).tags.slice(-1)))).toBe(false);
  expect(said()).toBe(`${pictureAt(1).captionPath} is not there any more; nothing was written.`);
  expect(pictureAt(1).caption).toBeNull();
});

test('a workspace that is read again while an edit is on its way keeps the edit', async () => {
  const reading = deck.reload();
  const writing = deck.apply(addTags(scope(2), ['storybook']));
  await reading;
  expect(pictureAt(2).tags).toContain('storybook');
  await writing;
  await deck.reload();
  expect(pictureAt(2).tags).toContain('storybook');
  await vi.waitUntil(() => deck.session.getState().undo?.what.includes('storybook'));
});
