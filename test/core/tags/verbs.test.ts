import { describe, expect, test } from 'vitest';
import { describeEdits } from '../../../src/core/tags/edit-captions.js';
import type { Place } from '../../../src/core/tags/place-tag.js';
import { addTags, editCaption, moveTag, removeTags, replaceTag, setTags } from '../../../src/core/tags/verbs.js';
import { after, picture, scope } from './pictures.js';

const add = (caption: string | null, tags: string[], place?: Place, activation?: string[]) => after(addTags(scope([picture(caption)], activation), tags, place));

describe('add', () => {
  test.each<[string, string | null, string[], Place | undefined, string | null]>([
    ['goes to the end', 'fox, a', ['b'], undefined, 'fox, a, b'],
    ['keeps the bytes around', 'fox ,a  \r\nline 2\r\n', ['b'], undefined, 'fox ,a, b  \r\nline 2\r\n'],
    ['makes a missing caption', null, ['b'], undefined, 'b'],
    ['fills an empty one', '', ['b'], undefined, 'b'],
    ['fills a blank one', '\n', ['b'], undefined, 'b\n'],
    ['stays behind a trailing comma', 'fox, a,', ['b'], undefined, 'fox, a, b,'],
    ['does not double', 'fox, Long_Hair', ['long hair'], undefined, null],
    ['first is behind the activation tag', 'fox, a', ['b'], 'first', 'fox, b, a'],
    ['first is in front where that is not', 'a, fox', ['b'], 'first', 'b, a, fox'],
    ['first moves a tag in its own spelling', 'fox, a, Long_Hair', ['long hair'], 'first', 'fox, Long_Hair, a'],
    ['first leaves a tag that is first', 'fox,  b , a', ['b'], 'first', null],
    ['last moves', 'fox, b, a', ['b'], 'last', 'fox, a, b'],
    ['several keep their order, first', 'fox, a', ['x', 'y'], 'first', 'fox, x, y, a'],
    ['several keep their order, last', 'fox, x, a', ['x', 'y'], 'last', 'fox, a, x, y'],
    ['before another', 'fox, a, c', ['x', 'y'], { before: 'C' }, 'fox, a, x, y, c'],
    ['after another', 'fox, a, c', ['x', 'y'], { after: 'a' }, 'fox, a, x, y, c'],
    ['before the activation tag is behind it', 'fox, a', ['x'], { before: 'fox' }, 'fox, x, a'],
    ['beside a tag that is not there: at the end', 'fox, a', ['x'], { before: 'zzz' }, 'fox, a, x'],
    ['beside a tag that is not there: stays', 'fox, x, a', ['x'], { before: 'zzz' }, null],
    ['at a position', 'fox, a, b', ['x'], { at: 2 }, 'fox, a, x, b'],
    ['at a position before the activation tag is behind it', 'fox, a, b', ['x'], { at: 0 }, 'fox, x, a, b'],
    ['at a position past the end', 'fox, a', ['x'], { at: 99 }, 'fox, a, x'],
    ['removes the doubles of what it moves', 'fox, a, b, A', ['a'], 'last', 'fox, b, a'],
    ['the activation tag goes in front', 'a, b', ['fox'], undefined, 'fox, a, b'],
    ['the activation tag goes in front whatever the place', 'a, b', ['fox'], 'last', 'fox, a, b'],
    ['an activation tag in front stays there', 'fox, a', ['fox'], 'last', null],
    ['an activation tag elsewhere moves to the front', 'a, fox', ['fox'], 'first', 'fox, a'],
    ['an activation tag elsewhere stays without a place', 'a, fox', ['fox'], undefined, null],
  ])('%s', (_, caption, tags, place, expected) => expect(add(caption, tags, place)).toBe(expected));

  test('two activation tags keep their order', () => {
    expect(add('a', ['outfit', 'fox'], 'first', ['fox', 'outfit'])).toBe('fox, outfit, a');
    expect(add('fox, a', ['outfit'], 'last', ['fox', 'outfit'])).toBe('fox, outfit, a');
    expect(add('fox, outfit, a', ['x'], 'first', ['fox', 'outfit'])).toBe('fox, outfit, x, a');
  });

  test('counts and names what it did', () => {
    const pictures = [picture('fox', { id: 1 }), picture('fox, day', { id: 2 }), picture(Buffer.from([0xff, 0xfe, 0x61, 0]), { id: 3 }), picture(null, { id: 4 })];
    const change = addTags(scope(pictures), ['day']);
    expect(change).toMatchObject({ what: 'added “day” to 2 images', images: 2, unchanged: 1 });
    expect(change.skipped).toEqual([{ image: '1_fox/3.png', why: expect.stringContaining('1_fox/3.txt is UTF-16LE') as string }]);
    expect(describeEdits(change, pictures)).toEqual([
      { image: '1_fox/1.png', before: 'fox', after: 'fox, day' },
      { image: '1_fox/4.png', before: '', after: 'day' },
    ]);
  });

  test('a caption that two images share is edited once', () => {
    const one = picture('fox');
    const pictures = [one, { ...one, id: 2, path: '1_fox/1.jpg' }];
    const change = addTags(scope(pictures), ['day']);
    expect(change.entries).toHaveLength(1);
    expect(change.images).toBe(2);
    expect(describeEdits(change, pictures).map(({ image }) => image)).toEqual(['1_fox/1.png', '1_fox/1.jpg']);
  });

  test('a byte order mark stays', () => {
    expect(after(addTags(scope([picture('\ufefffox')]), ['day']))).toBe('\ufefffox, day');
  });
});

test.each<[string, string, string[], string | null]>([
  ['the middle one', 'fox, a ,b', ['a'], 'fox,b'],
  ['the first one', 'fox, a', ['fox'], 'a'],
  ['the last one', 'fox, a  \n', ['a'], 'fox  \n'],
  ['all spellings', 'a, Long_Hair, long hair', ['LONG HAIR'], 'a'],
  ['the only one: never 0 bytes', 'a', ['a'], '\n'],
  ['the only one, with its commas', ', a,', ['a'], '\n'],
  ['the only one of a first line', 'a\nb', ['a'], '\nb'],
  ['one that is not there', 'a,, b', ['c'], null],
  ['nothing of a longer tag', 'very long hair', ['long hair'], null],
])('remove takes out %s', (_, caption, tags, expected) => expect(after(removeTags(scope([picture(caption)]), tags))).toBe(expected));

test.each<[string, string, string, string, string | null]>([
  ['in its place', 'fox,  a , b', 'a', 'x', 'fox,  x , b'],
  ['whole tags only', 'fox, very long hair', 'long hair', 'x', null],
  ['doubles nothing when the new one is behind', 'fox, a, b, X', 'a', 'x', 'fox, x, b'],
  ['doubles nothing when the new one is before', 'fox, X, b, a', 'a', 'x', 'fox, X, b'],
  ['all its doubles', 'a, b, A', 'a', 'x', 'x, b'],
  ['its spelling alone', 'fox, Long_Hair, b, long hair', 'long hair', 'long-hair', 'fox, long-hair, b'],
  ['respells', 'fox, Long_Hair', 'long hair', 'long hair', 'fox, long hair'],
])('replace: %s', (_, caption, from, to, expected) => expect(after(replaceTag(scope([picture(caption)]), from, to))).toBe(expected));

test('move takes only a tag that is there, and no activation tag off the front', () => {
  expect(after(moveTag(scope([picture('fox, a, b')]), 'b', 'first'))).toBe('fox, b, a');
  expect(after(moveTag(scope([picture('fox, a')]), 'x', 'first'))).toBeNull();
  expect(after(moveTag(scope([picture('fox, a')]), 'fox', 'last'))).toBeNull();
});

test.each<[string, string, string[], string | null]>([
  ['keeps the bytes of those that stay', 'fox,  a ,b\nrest', ['fox', 'a', 'b', 'c'], 'fox,  a ,b, c\nrest'],
  ['reorders', 'fox, a, b, c', ['fox', 'c', 'a', 'b'], 'fox, c, a, b'],
  ['removes, adds and respells', 'fox, a, b', ['fox', 'B', 'x'], 'fox, B, x'],
  ['keeps the activation tag in front', 'fox, a', ['a', 'fox'], null],
  ['lets the activation tag be removed', 'fox, a', ['a'], 'a'],
  ['nothing left', 'fox', [], '\n'],
  ['nothing new', 'fox,a,', ['fox', 'a'], null],
])('set the tags of one image: %s', (_, caption, tags, expected) => {
  const one = picture(caption);
  expect(after(setTags(one, tags, scope([one]).concepts))).toBe(expected);
});

test('the text of a caption is written as it is, but never 0 bytes', () => {
  expect(after(editCaption(picture('\ufeffa\n'), 'b\r\nc'))).toBe('\ufeffb\r\nc');
  expect(after(editCaption(picture('a'), ''))).toBe('\n');
  expect(after(editCaption(picture('a'), 'a'))).toBeNull();
  expect(after(editCaption(picture(null), ''))).toBeNull();
});
