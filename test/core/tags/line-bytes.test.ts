import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame } from '../../../src/core/tags/caption.js';
import { TagLine } from '../../../src/core/tags/tag-line.js';

const piece = fc.stringMatching(/^ {0,2}[a-d]? {0,2}$/);

/** Takes one occurrence of each out of a list. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...list];
  for (const one of taken) left.splice(left.indexOf(one), left.includes(one) ? 1 : 0);
  return left;
}

test('removing or inserting a tag touches no piece but its own and its neighbours’ space', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(9), (pieces, position) => {
      const count = new TagLine([...pieces]).tags.length;
      const removed = new TagLine([...pieces]);
      removed.remove(position);
      if (position >= count) expect(removed.pieces).toEqual(pieces);
      else if (count > 1) {
        expect(removed.pieces).toHaveLength(pieces.length - 1);
        expect(without(pieces, removed.pieces).length).toBeLessThanOrEqual(2);
      }
      const inserted = new TagLine([...pieces]);
      inserted.insert(position, 'new');
      expect(inserted.tags[Math.min(position, count)]).toBe('new');
      if (count > 0) {
        expect(inserted.pieces).toHaveLength(pieces.length + 1);
        const touched = without(pieces, inserted.pieces);
        expect(touched.length).toBeLessThanOrEqual(1);
        for (const raw of touched) expect(inserted.tags).toContain(frame(raw)[1]);
      }
    }),
    { numRuns: 2000 },
  );
});
