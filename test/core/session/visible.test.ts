import { expect, test } from 'vitest';
import { createSession, type Session } from '../../../src/core/session/session.js';
import { sortNames, type Sort } from '../../../src/core/session/columns.js';
import { current, placeOf, scope, visible } from '../../../src/core/session/visible.js';
import type { Dataset, Picture } from '../../../src/core/dataset/model.js';
import { picture } from '../dataset/picture.js';

const pictures = [
  picture('4_b/beta.png', 'fox, a, b', { width: 800, height: 600 }),
  picture('4_b/Alpha.jpg', 'fox', { width: 300, height: 300, format: 'jpeg' }),
  picture('4_b/gamma.png', null, null),
  picture('9_a/delta.png', 'fox, a', { width: 300, height: 300, alpha: true }),
];

function datasetOf(list: readonly Picture[]): Dataset {
  const concept = (folder: string, repeats: number) => ({
    folder, repeats, activationText: 'x', activation: ['x'], pictures: list.filter((one) => one.folder === folder), ignored: [],
  });
  return {
    root: '/x', captionExtension: '.txt', concepts: [concept('4_b', 4), concept('9_a', 9)],
    raw: [], leftOut: [], others: [], rootImages: [], isConceptFolder: false, problems: [],
  };
}

const session = (change: Partial<Session> = {}): Session => createSession({ dataset: datasetOf(pictures), ...change }).getState();
const names = (sort: Sort | null, change: Partial<Session> = {}) => visible(session({ sort, ...change })).pictures.map(({ stem }) => stem);

test('without an order the images stand as the trainer reads them', () => {
  expect(names(null)).toEqual(['beta', 'Alpha', 'gamma', 'delta']);
});

test('each order, and what stands equal stays in the order of the dataset', () => {
  expect(names({ by: 'name', descending: false })).toEqual(['Alpha', 'beta', 'delta', 'gamma']);
  expect(names({ by: 'tags', descending: true })).toEqual(['beta', 'delta', 'Alpha', 'gamma']);
  expect(names({ by: 'format', descending: false })).toEqual(['Alpha', 'beta', 'delta', 'gamma']);
  expect(names({ by: 'repeats', descending: true })).toEqual(['delta', 'beta', 'Alpha', 'gamma']);
  expect(names({ by: 'alpha', descending: true })).toEqual(['delta', 'beta', 'Alpha', 'gamma']);
});

test('what is not known stands last, whichever way the order goes', () => {
  expect(names({ by: 'pixels', descending: false })).toEqual(['Alpha', 'delta', 'beta', 'gamma']);
  expect(names({ by: 'pixels', descending: true })).toEqual(['beta', 'Alpha', 'delta', 'gamma']);
  expect(names({ by: 'caption', descending: true }).at(-1)).toBe('gamma');
});

test('every column that can be sorted by keeps all images', () => {
  for (const by of sortNames) expect(new Set(names({ by, descending: false })), by).toEqual(new Set(names(null)));
});

test('a filter keeps the order, and the cursor its image', () => {
  expect(names({ by: 'name', descending: true }, { filter: 'tag:a' })).toEqual(['delta', 'beta']);
  const id = pictures[0]?.id ?? 0;
  expect(current(session({ sort: { by: 'name', descending: true }, cursor: id }))).toMatchObject({ index: 2, picture: { id } });
  expect(current(session({ cursor: -5 })).index).toBe(0);
});

test('the order is made once, and again when the dataset changes', () => {
  const sort: Sort = { by: 'tags', descending: false };
  const before = session({ sort });
  const first = visible(before).pictures;
  visible({ ...before, filter: 'tag:a' });
  expect(visible(before).pictures).toBe(first);
  const tagged = pictures.map((one) => (one.stem === 'Alpha' ? { ...one, tags: ['fox', 'a', 'b', 'c', 'd'] } : one));
  expect(visible({ ...before, dataset: datasetOf(tagged) }).pictures.at(-1)?.stem).toBe('Alpha');
});

test('an order and a place in it cost little among 65,000', () => {
  const many = Array.from({ length: 65_000 }, (_, i) => picture(`4_b/${(i * 7919) % 65_000}.png`, `fox, ${(i * 31) % 977}`, { width: 300 + (i % 700) }));
  const large = session({ dataset: datasetOf(many), sort: { by: 'pixels', descending: false } });
  visible(large);
  const start = performance.now();
  for (let i = 0; i < 1000; i++) current({ ...large, cursor: many[i * 60]?.id ?? 0 });
  expect((performance.now() - start) / 1000).toBeLessThan(0.2);
  expect(placeOf(visible(large).pictures, many[700]?.id ?? 0)).toBeGreaterThan(0);
});

test('an image that is edited under the cursor stays among those that are shown until the cursor goes on', () => {
  const shown = (change: Partial<Session>) => visible(session({ filter: 'tag:a', ...change })).pictures.map(({ stem }) => stem);
  const gamma = pictures[2]?.id ?? -1;
  const held = { id: gamma, filter: 'tag:a' };
  expect(shown({ cursor: gamma })).toEqual(['beta', 'delta']);
  expect(shown({ cursor: gamma, held })).toEqual(['beta', 'gamma', 'delta']);
  expect(shown({ cursor: pictures[0]?.id ?? -1, held })).toEqual(['beta', 'delta']);
  expect(shown({ cursor: gamma, held: { id: gamma, filter: 'tag:b' } })).toEqual(['beta', 'delta']);
  // What is done to all that are shown is not done to it.
  expect(scope(session({ filter: 'tag:a', cursor: gamma, held })).pictures.map(({ stem }) => stem)).toEqual(['beta', 'delta']);
});
