import { expect, test } from 'vitest';
import { bold, inverse, linkShift, palette, rgb } from '../../../src/terminal/cell.js';
import { holeText } from '../../../src/terminal/images/hole.js';
import { Links } from '../../../src/terminal/screen/links.js';
import { parseLine } from '../../../src/terminal/screen/parse-line.js';

const parse = (text: string, width = 10) => parseLine(text, width, new Links());

test('styles belong to the cells that they stand before', () => {
  const line = parse('a\u001b[1;38;5;9mb\u001b[22;48;2;1;2;3mc\u001b[0md');
  expect(line.chars.join('')).toBe('abcd      ');
  expect([...line.attributes.slice(0, 4)]).toEqual([0, bold, 0, 0]);
  expect([...line.fg.slice(0, 4)]).toEqual([0, palette(9), palette(9), 0]);
  expect([...line.bg.slice(0, 4)]).toEqual([0, 0, rgb(1, 2, 3), 0]);
});

test('basic and bright colours, and inverse', () => {
  const line = parse('\u001b[31;104;7mx');
  expect([line.fg[0], line.bg[0], line.attributes[0]]).toEqual([palette(1), palette(12), inverse]);
});

test('wide characters take two cells', () => {
  expect(parse('a東b').chars.slice(0, 4)).toEqual(['a', '東', '', 'b']);
  expect(parse('👨‍👩‍👧!').chars.slice(0, 3)).toEqual(['👨‍👩‍👧', '', '!']);
});

test('a mark stays with its letter', () => {
  expect(parse('cafe\u0301 x').chars.slice(0, 6)).toEqual(['c', 'a', 'f', 'e\u0301', ' ', 'x']);
});

test('a wide character that does not fit leaves a blank, and what is beyond is cut off', () => {
  expect(parse('abc東', 4).chars).toEqual(['a', 'b', 'c', ' ']);
  expect(parse('abcdef', 4).chars).toEqual(['a', 'b', 'c', 'd']);
});

test('sequences that have no place in a frame are left out', () => {
  expect(parse('a\u001b[5Cb\u001b[2Jc\u001b]0;title\u0007d').chars.join('')).toBe('abcd      ');
});

test('a hyperlink is kept with its cells', () => {
  const links = new Links();
  const line = parseLine('a\u001b]8;;http://x\u0007b\u001b]8;;\u0007c', 5, links);
  expect([...line.attributes.slice(0, 3)].map((bits) => bits >> linkShift)).toEqual([0, 1, 0]);
  expect(links.sequence(1)).toBe('\u001b]8;;http://x\u001b\\');
});

test('holes are noticed', () => {
  expect(parse('plain').hasHoles).toBe(false);
  expect(parse(`ab${holeText(5, 3, 1)}`).hasHoles).toBe(true);
});
