import { describe, expect, test } from 'vitest';
import { pinActivation, startsWithWords } from '../../../src/core/tags/activation.js';
import { joinLines, keepFirstLine } from '../../../src/core/tags/lines.js';
import { isNatural } from '../../../src/core/tags/natural.js';
import { InvalidTag } from '../../../src/core/tags/same-tag.js';
import { appendSentence, prependSentence, removeSentence, sentencesOf } from '../../../src/core/tags/sentences.js';
import { addTags, moveTag } from '../../../src/core/tags/verbs.js';
import { after, picture, scope } from './pictures.js';

const snow = 'A fox stands in the deep snow, looking at the viewer. It is cold, and windy.';
const one = (caption: string | null, activation?: string[]) => scope([picture(caption)], activation);

test('sentences are told from tags', () => {
  expect(isNatural(snow)).toBe(true);
  expect(isNatural('fox, solo, standing in snow, looking at viewer')).toBe(false);
  expect(isNatural('fox, a, b\nA second line that reads like a long sentence.')).toBe(false);
  expect(isNatural('')).toBe(false);
});

test('joined again sentences are the line', () => {
  expect(sentencesOf(`${snow}  Yes! `)).toEqual(['A fox stands in the deep snow, looking at the viewer. ', 'It is cold, and windy.  ', 'Yes! ']);
});

test.each<[string, string | null, string, string | null]>([
  ['behind the last one', `${snow} \r\nline 2`, 'It snows.', `${snow} It snows. \r\nline 2`],
  ['a full stop where there was none', 'fox, a photo of a fox in the deep snow', 'It snows.', 'fox, a photo of a fox in the deep snow. It snows.'],
  ['tags get a comma', 'fox, a, b\n', 'it snows', 'fox, a, b, it snows\n'],
  ['a missing caption is made', null, 'It snows.', 'It snows.'],
  ['once', snow, 'it is COLD, and windy', null],
  ['a part of a sentence is there too', snow, 'deep snow', null],
  ['a part of a word is not', snow, 'wind', `${snow} wind`],
])('a sentence is written at the end: %s', (_, caption, sentence, expected) => expect(after(appendSentence(one(caption), sentence))).toBe(expected));

test.each<[string, string | null, string, string | null]>([
  ['in front', snow, 'A photo.', `A photo. ${snow}`],
  ['behind the activation text and its comma', `fox, ${snow}`, 'a photo of it.', `fox, a photo of it. ${snow}`],
  ['behind a sentence that begins with the activation text', 'Fox stands in the deep snow at night. It is cold.\n', 'A photo.', 'Fox stands in the deep snow at night. A photo. It is cold.\n'],
  ['with a full stop', snow, 'A photo', `A photo. ${snow}`],
  ['a missing caption begins with the activation text', null, 'A photo.', 'fox, A photo.'],
  ['behind the activation tag alone', 'fox', 'A photo.', 'fox, A photo.'],
  ['behind the activation tag and a comma', 'fox, ', 'A photo.', 'fox, A photo. '],
])('a sentence is written at the beginning: %s', (_, caption, sentence, expected) => expect(after(prependSentence(one(caption), sentence))).toBe(expected));

test.each<[string, string, string, string | null]>([
  ['the last', `${snow} \nrest`, 'it is cold, and windy', 'A fox stands in the deep snow, looking at the viewer. \nrest'],
  ['the first', snow, 'A fox stands*', 'It is cold, and windy.'],
  ['all: never 0 bytes', snow, '*', '\n'],
  ['none that only begins like it', snow, 'It is cold', null],
])('a sentence is taken out: %s', (_, caption, sentence, expected) => expect(after(removeSentence(one(caption), sentence))).toBe(expected));

test('what is no sentence is refused', () => {
  expect(() => appendSentence(one(snow), ' ')).toThrow(InvalidTag);
  expect(() => appendSentence(one(snow), 'a\nb')).toThrow('line break');
});

describe('tags beside sentences', () => {
  test('are written as text, never cut at commas', () => {
    expect(after(addTags(one(snow), ['day', 'night']))).toBe(`${snow} day, night`);
    expect(after(addTags(one(snow), ['day'], 'first'))).toBe(`day. ${snow}`);
    expect(after(addTags(one(snow), ['fox', 'day'], 'first'))).toBe(`fox, day. ${snow}`);
    expect(after(addTags(one('Fox stands in the deep snow at night.'), ['fox']))).toBeNull();
  });
  test('are not moved', () => expect(moveTag(one(snow), 'looking at the viewer', 'first').skipped).toHaveLength(1));
});

describe('the activation tags are put in front', () => {
  test.each<[string, string | null, string[], string | null]>([
    ['where they lack', 'a, b', ['fox'], 'fox, a, b'],
    ['where they are elsewhere, in their spelling', 'a, Fox , b', ['fox'], 'Fox, a, b'],
    ['several, in order', 'b, out fit, fox', ['fox', 'out_fit'], 'fox, out fit, b'],
    ['in a new caption', null, ['fox', 'hat'], 'fox, hat'],
    ['of sentences', snow, ['hmbrgr'], `hmbrgr, ${snow}`],
    ['not twice of sentences', 'Fox stands in the deep snow at night.', ['fox'], null],
    ['not where they are', 'fox, a', ['fox'], null],
    ['not where there are none', 'a', [], null],
  ])('%s', (_, caption, activation, expected) => expect(after(pinActivation(one(caption, activation)))).toBe(expected));

  test('the words are meant, not letters', () => {
    expect(startsWithWords('foxes run', 'fox')).toBe(false);
    expect(startsWithWords(' Fox’s den', 'fox')).toBe(true);
  });
});

describe('lines', () => {
  test.each<[string, string, string | null]>([
    ['sentences', 'A fox stands in the deep snow tonight.\n\nIt is cold.\n', 'A fox stands in the deep snow tonight. It is cold.\n'],
    ['tags', 'fox, a\r\nb, c\r\n', 'fox, a, b, c\r\n'],
    ['a blank first line, which the trainer would use', '\nfox, a', 'fox, a'],
    ['what is there already', 'fox, a\na', 'fox, a'],
    ['one alone is left', 'fox , a \n', null],
    ['nothing', '\n\n', null],
  ])('are joined: %s', (_, caption, expected) => expect(after(joinLines(one(caption)))).toBe(expected));

  test('all but the first can go', () => {
    expect(after(keepFirstLine(one('\n fox,a \nb\nc\n')))).toBe('fox,a\n');
    expect(after(keepFirstLine(one('fox, a\n')))).toBeNull();
  });
});
