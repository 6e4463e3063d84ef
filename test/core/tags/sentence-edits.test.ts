import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveSentence, removeSentenceAt, replaceSentenceAt, sentencesIn } from '../../../src/core/tags/sentence-edits.js';
import { after, picture, scope } from './pictures.js';

const text = ' A fox stands in the deep snow, alone.  It is cold, and windy. It snows! \r\nline 2';

test('the sentences of the first line, never cut at commas', () => {
  expect(sentencesIn(text)).toEqual(['A fox stands in the deep snow, alone.', 'It is cold, and windy.', 'It snows!']);
  expect(sentencesIn('\n')).toEqual([]);
});

test('one is taken out, replaced or moved; the space between stays where it is', () => {
  const one = picture(text);
  expect(after(removeSentenceAt(one, 0))).toBe(' It is cold, and windy. It snows! \r\nline 2');
  expect(after(removeSentenceAt(one, 1))).toBe(' A fox stands in the deep snow, alone.  It snows! \r\nline 2');
  expect(after(removeSentenceAt(one, 2))).toBe(' A fox stands in the deep snow, alone.  It is cold, and windy. \r\nline 2');
  expect(after(removeSentenceAt(one, 3))).toBeNull();
  expect(after(replaceSentenceAt(one, 1, ' It is warm. '))).toBe(' A fox stands in the deep snow, alone.  It is warm. It snows! \r\nline 2');
  expect(after(moveSentence(one, 2, 1, []))).toBe(' A fox stands in the deep snow, alone.  It snows! It is cold, and windy. \r\nline 2');
  expect(after(removeSentenceAt(picture('A fox.'), 0))).toBe('\n');
  expect(() => replaceSentenceAt(one, 1, 'a\nb')).toThrow('line break');
});

test('the sentence with the activation text stays in front', () => {
  const one = picture('fox, standing in snow. It snows.');
  const { concepts } = scope([one]);
  expect(after(moveSentence(one, 1, 0, concepts))).toBeNull();
  expect(after(moveSentence(one, 0, 1, concepts))).toBeNull();
  expect(after(moveSentence(one, 1, 0, []))).toBe('It snows. fox, standing in snow.');
});

test('a sentence moved there and back gives back every byte', () => {
  const piece = fc.constantFrom('A fox. ', 'It snows!  ', '\tIs it, now? ', 'e.g. this ', ' ', 'A, b. ', '狐。');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.nat(5), fc.nat(5), (pieces, from, to) => {
      const whole = `${pieces.join('')}\r\nrest`;
      const count = sentencesIn(whole).length;
      fc.pre(from < count && to < count);
      const moved = after(moveSentence(picture(whole), from, to, [])) ?? whole;
      fc.pre(sentencesIn(moved).length === count);
      expect(after(moveSentence(picture(moved), to, from, [])) ?? moved).toBe(whole);
    }),
  );
});
