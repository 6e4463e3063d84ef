import { expect, test } from 'vitest';
import { counted, duration, listed } from '../../src/core/words.js';

test('a count goes with its noun and its verb', () => {
  expect(counted(1, 'image')).toBe('1 image');
  expect(counted(0, 'image')).toBe('0 images');
  expect(counted(1, 'caption', 'is', 'are')).toBe('1 caption is');
  expect(counted(12_345, 'caption', 'is', 'are')).toBe('12,345 captions are');
});

test('at most three names are listed, safe to print', () => {
  expect(listed(['a', 'b\u001b[2J', 'c'])).toBe('a, b␛[2J, c');
  expect(listed(Array.from({ length: 1_203 }, (_, at) => String(at)))).toBe('0, 1, 2 and 1,200 more');
});

test.each([[0, '0 s'], [89.4, '89 s'], [90, '2 min'], [5369, '89 min'], [5400, '1 h 30 min'], [3900 + 7200, '3 h 05 min']])(
  '%d seconds are %s',
  (seconds, words) => expect(duration(seconds)).toBe(words),
);
