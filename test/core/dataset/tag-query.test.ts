import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileQuery } from '../../../src/core/dataset/query/query.js';
import { tagQuery } from '../../../src/core/dataset/query/tag-query.js';
import { sameTag } from '../../../src/core/tags/same-tag.js';
import { picture } from '../tags/pictures.js';

test.each([
  ['smile', 'tag:smile'],
  ['Long_Hair', 'tag:"long hair"'],
  ['and', 'tag:and'],
])('%s is found by %s', (tag, query) => expect(tagQuery(tag)).toBe(query));

test('finds the images with the tag and no others, whatever is in it', () => {
  const tag = fc.oneof(
    fc.constantFrom('miku \\(v\\)', 'a*b', '*', '\\*', 'a"b', '^_^', ':3', '|_|', '\\||/', 'a\\', '-x', '@_@', '(x)', 'tag:x', 'x)', '狐'),
    fc.stringMatching(/^[a-c*\\"()_ @:-]{1,5}$/).filter((text) => text.trim() === text && text !== ''),
  );
  fc.assert(
    fc.property(tag, tag, (one, other) => {
      const matches = compileQuery(tagQuery(one));
      expect(matches(picture(one), {}), tagQuery(one)).toBe(true);
      expect(matches(picture(other), {}), tagQuery(one)).toBe(sameTag(one, other));
    }),
    { numRuns: 3000 },
  );
});
