import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completions } from '../../../src/core/tags/completions.js';
import { listTags, tagIndex, TagIndex } from '../../../src/core/tags/tag-index.js';

const set = (...lists: string[][]) => lists.map((tags, id) => ({ id, tags }));

test('tags are counted once an image, whatever their spelling, most frequent first', () => {
  const list = listTags(set(['b', 'Long_Hair', 'long hair'], ['long hair'], ['long hair', 'a']));
  expect(list).toEqual([
    { tag: 'long hair', count: 3 },
    { tag: 'a', count: 1 },
    { tag: 'b', count: 1 },
  ]);
});

test('an index kept up to date is the one made anew', () => {
  const tags = fc.array(fc.constantFrom('a', 'A', 'b', 'c_d', 'c d', 'e'), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.option(tags)), { maxLength: 30 }), (edits) => {
      const index = new TagIndex();
      const now = new Map<number, string[]>();
      for (const [id, list] of edits) {
        if (list === null) {
          index.remove(id);
          now.delete(id);
        } else {
          index.update({ id, tags: list });
          now.set(id, list);
        }
      }
      const anew = tagIndex([...now].map(([id, list]) => ({ id, tags: list })));
      expect(index.list()).toEqual(anew.list());
      expect(index.size).toBe(now.size);
      for (const tag of ['a', 'b', 'c d', 'e']) expect([...index.picturesWith(tag)].sort()).toEqual([...anew.picturesWith(tag)].sort());
    }),
    { numRuns: 500 },
  );
});

test('one tag edit at 10,000 images takes less than a millisecond', () => {
  const pictures = Array.from({ length: 10_000 }, (_, id) => ({ id, tags: Array.from({ length: 25 }, (__, n) => `tag ${(id * 7 + n * 13) % 3000}`) }));
  const index = tagIndex(pictures);
  const times = pictures.slice(0, 200).map(({ id, tags }) => {
    const start = performance.now();
    index.update({ id, tags: [...tags, 'new'] });
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[100]).toBeLessThan(1);
  expect(index.count('new')).toBe(200);
});

const index = tagIndex(
  set(
    ['long hair', 'looking at viewer', 'hair ornament', 'smile'],
    ['long hair', 'hair ornament', 'chair', 'smile'],
    ['long hair', 'looking at viewer', 'smile', 'half-closed eyes'],
    ['hair ornament', 'smile', 'absurdly long hair'],
  ),
);
const complete = (typed: string, present: string[] = []) => completions(index, typed, { present }).map(({ tag }) => tag);

test('completion: beginnings first, then words and initials, then anything inside', () => {
  expect(complete('hair')).toEqual(['hair ornament', 'long hair', 'absurdly long hair', 'chair']);
  expect(complete('LO_HA')).toEqual(['long hair', 'absurdly long hair']);
  expect(complete('lav')).toEqual(['looking at viewer']);
  expect(complete('clo')).toEqual(['half-closed eyes']);
  expect(complete('mil')).toEqual(['smile']);
  expect(complete('zzz')).toEqual([]);
});

test('completion marks what the image has, and offers the most frequent for nothing typed', () => {
  expect(completions(index, 'smi', { present: ['Smile'] })).toEqual([{ tag: 'smile', count: 4, present: true, match: 'prefix' }]);
  expect(complete('', ['smile']).slice(0, 2)).toEqual(['hair ornament', 'long hair']);
  expect(completions(index, '', { limit: 2 })).toHaveLength(2);
});
