import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCaption, tagsOf } from '../../../src/core/tags/caption.js';
import { pinned, type Place } from '../../../src/core/tags/place-tag.js';
import { sameTag, tagKey } from '../../../src/core/tags/same-tag.js';
import { addTags, moveTag, removeTags, replaceTag, setTags } from '../../../src/core/tags/verbs.js';
import { after, picture, scope } from './pictures.js';

const tag = fc.constantFrom('fox', 'Fox', 'a', 'A', 'b', 'long hair', 'Long_Hair', 'miku \\(v\\)', 'miku (v)', '^_^', '狐', '1girl', 'a  b');
const gap = fc.constantFrom('', ' ', ' ', '  ', '\t', '\u3000');
const piece = fc.oneof({ arbitrary: fc.tuple(gap, tag, gap).map((parts) => parts.join('')), weight: 6 }, { arbitrary: gap, weight: 1 });
const line = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(','));
const rest = fc.constantFrom('', '\n', '\r\n', '\r', '\nsecond, line\n', '\r\nx\r\n\r\ny, ');
const caption = fc.tuple(line, rest).map((parts) => parts.join(''));
const place = fc.oneof(
  fc.constantFrom<Place | undefined>(undefined, 'first', 'last'),
  tag.map((before): Place => ({ before })),
  tag.map((behind): Place => ({ after: behind })),
  fc.nat(9).map((at): Place => ({ at })),
);

/** The caption after a verb; the one before when it changed nothing. */
function result(text: string, verb: (one: ReturnType<typeof scope>) => ReturnType<typeof addTags>): string {
  return after(verb(scope([picture(text)]))) ?? text;
}

const restOf = (text: string) => splitCaption(text).rest;

test('adding and then removing a tag that was absent gives back the caption', () => {
  fc.assert(
    fc.property(caption, place, (text, where) => {
      // A line of separators alone is tidied when a tag is put in; a file of 0 bytes never comes back.
      fc.pre(text !== '' && (tagsOf(text).length > 0 || !splitCaption(text).pieces.some((_, at) => at > 0)));
      const added = result(text, (one) => addTags(one, ['brand new'], where));
      expect(tagsOf(added)).toContain('brand new');
      expect(result(added, (one) => removeTags(one, ['brand new']))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('every verb leaves the spelling of other tags and all other lines alone', () => {
  const verbs = fc.oneof(
    fc.record({ verb: fc.constant('add' as const), tag, place }),
    fc.record({ verb: fc.constant('remove' as const), tag, place }),
    fc.record({ verb: fc.constant('move' as const), tag, place }),
    fc.record({ verb: fc.constant('replace' as const), tag, place }),
  );
  fc.assert(
    fc.property(caption, verbs, tag, (text, { verb, tag: edited, place: where }, other) => {
      const changed = result(text, (one) => {
        if (verb === 'add') return addTags(one, [edited], where);
        if (verb === 'remove') return removeTags(one, [edited]);
        if (verb === 'move') return moveTag(one, edited, where ?? 'first');
        return replaceTag(one, edited, other);
      });
      const involved = (name: string) => sameTag(name, edited) || (verb === 'replace' && sameTag(name, other));
      const others = (list: string[]) => list.filter((name) => !involved(name));
      expect(others(tagsOf(changed))).toEqual(others(tagsOf(text)));
      if (tagsOf(changed).length > 0 || restOf(text) !== '') expect(restOf(changed)).toBe(restOf(text));
      if (text !== '') expect(changed).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});

test('a verb done twice changes nothing the second time', () => {
  fc.assert(
    fc.property(caption, tag, place, (text, edited, where) => {
      const once = result(text, (one) => addTags(one, [edited], where));
      expect(after(addTags(scope([picture(once)]), [edited], where))).toBeNull();
      const without = result(text, (one) => removeTags(one, [edited]));
      expect(after(removeTags(scope([picture(without)]), [edited]))).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('nothing moves an activation tag off the front', () => {
  fc.assert(
    fc.property(caption, tag, place, (text, edited, where) => {
      fc.pre(pinned(tagsOf(text), ['fox']) === 1);
      expect(pinned(tagsOf(result(text, (one) => addTags(one, [edited], where))), ['fox'])).toBe(1);
      expect(pinned(tagsOf(result(text, (one) => moveTag(one, edited, where ?? 'last'))), ['fox'])).toBe(1);
    }),
  );
});

test('setting the tags of an image gives exactly these', () => {
  fc.assert(
    fc.property(caption, fc.uniqueArray(tag, { selector: tagKey }), (text, wanted) => {
      const one = picture(text);
      expect(tagsOf(after(setTags(one, wanted)) ?? text)).toEqual(wanted);
    }),
    { numRuns: 1000 },
  );
});
