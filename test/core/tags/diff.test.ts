import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTags } from '../../../src/core/tags/diff.js';

const shown = (before: string, after: string) => diffTags(before.split(' '), after.split(' ')).map(({ tag, state }) => ({ kept: '', added: '+', removed: '-', moved: '~' })[state] + tag).join(' ');

test.each([
  ['a b c', 'a b c', 'a b c'],
  ['a b c', 'a c', 'a -b c'],
  ['a c', 'a b c', 'a +b c'],
  ['a b c', 'c a b', '~c a b'],
  ['a b', 'a B', 'a +B -b'],
  ['a a b', 'a b', 'a -a b'],
])('%s → %s', (before, after, expected) => expect(shown(before, after)).toBe(expected));

test('a diff holds the tags before and after, each once', () => {
  const tags = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 });
  fc.assert(
    fc.property(tags, tags, (before, after) => {
      const diff = diffTags(before, after);
      expect(diff.filter(({ state }) => state !== 'removed').map(({ tag }) => tag)).toEqual(after);
      expect(diff.filter(({ state }) => state !== 'added').map(({ tag }) => tag).sort()).toEqual([...before].sort());
    }),
    { numRuns: 2000 },
  );
});
