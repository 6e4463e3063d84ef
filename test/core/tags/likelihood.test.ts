import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelihoods, sweepOrder } from '../../../src/core/tags/likelihood.js';

const set = (captions: readonly string[]) => captions.map((tags, id) => ({ id, tags: tags.split(', ').filter(Boolean) }));

const beach = set([
  'beach, ocean, sand, smile',
  'beach, ocean, palm tree',
  'beach, sand, towel',
  'kitchen, cup',
  'kitchen, table, cup',
  'ocean, sand',
  'table',
  '',
]);

describe('how likely an image has a tag', () => {
  test('goes by the tags that come with it, and by those that do not', () => {
    const odds = likelihoods('beach', beach, beach);
    const [ocean = 0, kitchen = 0, none = 0] = [5, 3, 7].map((id) => odds.get(id));
    expect(ocean).toBeGreaterThan(none);
    expect(none).toBeGreaterThan(kitchen);
  });

  test('whether the image has the tag itself makes no difference', () => {
    const odds = likelihoods('beach', [{ id: 90, tags: ['ocean', 'beach'] }, { id: 91, tags: ['ocean'] }], beach);
    expect(odds.get(90)).toBe(odds.get(91));
  });

  test('spellings of one tag count as one', () => {
    const odds = likelihoods('palm_tree', set(['Palm Tree, ocean', 'palm_tree, ocean', 'cup']), set(['Palm Tree, ocean', 'palm_tree, ocean', 'cup']));
    expect(odds.get(0)).toBe(odds.get(1));
    expect(odds.get(0) ?? 0).toBeGreaterThan(odds.get(2) ?? 0);
  });
});

describe('the order of a sweep', () => {
  test('begins with the likeliest of those that lack the tag, and ends with the likeliest that have it', () => {
    const order = sweepOrder('beach', beach, beach).map(({ id }) => id);
    expect(order[0]).toBe(5);
    expect(new Set(order.slice(0, 5))).toEqual(new Set([3, 4, 5, 6, 7]));
    expect(new Set(order.slice(5))).toEqual(new Set([0, 1, 2]));
  });

  test('holds each image once, whatever the set', () => {
    const captions = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }).map((tags) => tags.join(', ')), { maxLength: 30 });
    fc.assert(
      fc.property(captions, fc.constantFrom('a', 'b', 'z'), (all, tag) => {
        const pictures = set(all);
        const order = sweepOrder(tag, pictures, pictures);
        expect([...order].sort((a, b) => a.id - b.id)).toEqual(pictures);
        const having = order.map(({ tags }) => tags.includes(tag));
        expect(having).toEqual([...having].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});
