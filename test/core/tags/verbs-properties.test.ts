import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinActivation } from '../../../src/core/tags/activation.js';
import { splitCaption, tagsOf } from '../../../src/core/tags/caption.js';
import { pinned, type Place } from '../../../src/core/tags/place-tag.js';
import { isNatural } from '../../../src/core/tags/natural.js';
import { normalise } from '../../../src/core/tags/normalise.js';
import { removeDoubles } from '../../../src/core/tags/remove-doubles.js';
import { replaceTags } from '../../../src/core/tags/replace-tags.js';
import { replacePattern } from '../../../src/core/tags/replace-text.js';
import { sameTag, tagKey } from '../../../src/core/tags/same-tag.js';
import { sortTags } from '../../../src/core/tags/sort-tags.js';
import { byAlphabet, byCategory } from '../../../src/core/tags/tag-order.js';
import { addTags, moveTag, removeTags, replaceTag, setTags, setTagsOfAll } from '../../../src/core/tags/verbs.js';
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

test('verbs of the whole line keep the other lines, the mark, and the bytes of the tags that stay', () => {
  const verbs = fc.constantFrom<[string, (one: ReturnType<typeof scope>) => ReturnType<typeof addTags>, (tags: string[]) => string[]]>(
    ['sort', (one) => sortTags(one, byAlphabet), (tags) => [...tags].sort()],
    ['by category', (one) => sortTags(one, byCategory()), (tags) => [...tags].sort()],
    ['doubles', (one) => removeDoubles(one), (tags) => tags.filter((name, at) => tags.findIndex((other) => sameTag(other, name)) === at)],
    ['pin', (one) => pinActivation(one), (tags) => tags.filter((name) => !sameTag(name, 'fox'))],
    ['exchange', (one) => replaceTags(one, ['a', 'b'], ['b', 'a']), (tags) => tags.filter((name) => !/^[ab]$/i.test(name))],
    ['expression', (one) => replacePattern(one, '^a$', 'x'), (tags) => tags.filter((name) => !/^[ax]$/i.test(name))],
    ['set', (one) => setTagsOfAll(one, ['c', '1girl']), () => []],
  );
  fc.assert(
    fc.property(fc.constantFrom('', '\ufeff'), caption, verbs, (mark, text, [kind, verb, kept]) => {
      const changed = after(verb(scope([picture(mark + text)]))) ?? mark + text;
      expect(changed.startsWith(mark)).toBe(true);
      const line = changed.slice(mark.length);
      // Only where all tags went a line break is put, so that the file is not empty.
      if (tagsOf(line).length > 0 || restOf(text) !== '') expect(restOf(line)).toBe(restOf(text));
      const [before, now] = [tagsOf(text), tagsOf(line)].map((tags) => (kind === 'sort' || kind === 'by category' ? [...tags].sort() : kept(tags)));
      expect(now).toEqual(kind === 'sort' || kind === 'by category' ? before : kept(before ?? []));
      if (kind === 'sort') expect(line.replace(/[^,]/g, '')).toBe(text.replace(/[^,]/g, ''));
    }),
    { numRuns: 2000 },
  );
});

test('no verb of tags touches a caption in sentences', () => {
  const words = fc.constantFrom('a', 'fox', 'in', 'snow', 'It', 'is', 'cold');
  const clause = fc.array(words, { minLength: 5, maxLength: 9 }).map((parts) => parts.join(' '));
  const sentences = fc.array(clause, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join(', ')}.`);
  fc.assert(
    fc.property(sentences, rest, (text, more) => {
      fc.pre(isNatural(text));
      const one = scope([picture(text + more)]);
      for (const change of [sortTags(one, byAlphabet), removeDoubles(one), moveTag(one, 'fox', 'last'), normalise(one, { lineEnds: false }), replacePattern(one, 'snow', 'rain')]) {
        expect(change.entries).toEqual([]);
      }
    }),
  );
});
