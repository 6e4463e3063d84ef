import { describe, expect, test } from 'vitest';
import { removeDoubles } from '../../../src/core/tags/remove-doubles.js';
import { sortTags } from '../../../src/core/tags/sort-tags.js';
import { byAlphabet, byCategory, byFrequency, byPatterns, reversed } from '../../../src/core/tags/tag-order.js';
import { after, picture, scope } from './pictures.js';

const sort = (caption: string, ...rest: Parameters<typeof sortTags> extends [unknown, ...infer R] ? R : never) => after(sortTags(scope([picture(caption)]), ...rest));
const long = 'fox, a photo of a fox in the deep snow, looking at the viewer. It is cold, and windy.';

describe('sort', () => {
  test('the activation tags stay in front, and commas and spaces where they are', () => {
    expect(sort('fox,  c ,b, a\nz, y', byAlphabet)).toBe('fox,  a ,b, c\nz, y');
    expect(sort('c, fox, a', byAlphabet)).toBe('a, c, fox');
    expect(sort('fox, a, b', byAlphabet)).toBeNull();
  });
  test('by the alphabet as people look for tags', () => expect(sort('fox, b, A_b, a c, Aa', byAlphabet)).toBe('fox, A_b, a c, Aa, b'));
  test('what keep says stays', () => expect(sort('fox, z, c, b', byAlphabet, { keep: 2 })).toBe('fox, z, b, c'));
  test('the other way round', () => expect(sort('fox, a, b', reversed(byAlphabet))).toBe('fox, b, a'));
  test('by frequency; equal ones stay in their order', () => {
    const count = (tag: string) => ({ day: 5, smile: 9 })[tag] ?? 1;
    expect(sort('fox, y, x, day, smile', byFrequency(count))).toBe('fox, smile, day, y, x');
  });
  test('by what a tag is about', () => {
    expect(sort('fox, highres, simple background, smile, red_shirt, blue hair, something, miku (vocaloid), from above, 1girl', byCategory())).toBe(
      'fox, 1girl, blue hair, red_shirt, smile, from above, something, miku (vocaloid), simple background, highres',
    );
    const known = (tag: string) => (tag.startsWith('miku') ? 'character' : null);
    expect(sort('fox, smile, miku (vocaloid), solo', byCategory(known))).toBe('fox, solo, miku (vocaloid), smile');
  });
  test('in an order of one’s own', () => {
    expect(sort('fox, x, blue hair, sky, solo', byPatterns(['Solo', '* hair', '*', 'sky']))).toBe('fox, solo, blue hair, x, sky');
    expect(sort('fox, x, solo', byPatterns(['solo']))).toBe('fox, solo, x');
  });
  test('sentences are not sorted', () => expect(sortTags(scope([picture(long)]), byAlphabet)).toMatchObject({ images: 0, unchanged: 0, skipped: [{ image: '1_fox/1.png' }] }));
});

test.each<[string, string, string | null]>([
  ['the foremost stays as it is written', 'fox,  Long_Hair ,a, long hair', 'fox,  Long_Hair ,a'],
  ['three of them', 'a, b, A, a\na', 'a, b\na'],
  ['none', 'fox,, a,', null],
  ['sentences', `${long} ${long}`, null],
])('doubles are taken out: %s', (_, caption, expected) => expect(after(removeDoubles(scope([picture(caption)])))).toBe(expected));
