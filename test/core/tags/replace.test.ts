import { describe, expect, test } from 'vitest';
import { InvalidPattern, replaceByPattern } from '../../../src/core/tags/pattern.js';
import { replaceTags } from '../../../src/core/tags/replace-tags.js';
import { replacePattern, replaceText } from '../../../src/core/tags/replace-text.js';
import { InvalidTag } from '../../../src/core/tags/same-tag.js';
import { after, picture, scope } from './pictures.js';

const sentences = 'fox, a photo of a fox in the deep snow, looking at the viewer. It is cold, and windy.\n';

describe('tags by tags', () => {
  test.each<[string, string, string[], string[], string | null]>([
    ['several by one', 'fox, tee, a , t-shirt', ['tee', 't-shirt'], ['shirt'], 'fox, shirt, a '],
    ['several by one that is there, at the foremost place', 'fox, a, shirt, tee', ['a', 'tee'], ['shirt'], 'fox, shirt'],
    ['one by several', 'fox, red dress ,a\nb', ['red dress'], ['red', 'dress'], 'fox, red , dress,a\nb'],
    ['one by several of which one is there', 'fox, dress, red dress', ['red dress'], ['red', 'dress'], 'fox, dress, red'],
    ['a list by a list', 'fox, a, b, c', ['a', 'c'], ['x', 'z'], 'fox, x, b, z'],
    ['two change places', 'fox, a,  b', ['a', 'b'], ['b', 'a'], 'fox, b,  a'],
    ['all their doubles', 'a, b, A, B', ['a', 'b'], ['x', 'y'], 'x, y'],
    ['in any spelling', 'fox, Long_Hair', ['long hair'], ['mane'], 'fox, mane'],
    ['nothing of what is not there', 'fox,, a', ['b', 'c'], ['x'], null],
  ])('%s', (_, caption, old, next, expected) => expect(after(replaceTags(scope([picture(caption)]), old, next))).toBe(expected));

  test('lists that do not go together are refused', () => {
    expect(() => replaceTags(scope([picture('a')]), ['a', 'b'], ['x', 'y', 'z'])).toThrow(InvalidTag);
    expect(() => replaceTags(scope([picture('a')]), ['a'], ['x, y'])).toThrow('comma');
  });

  test('of sentences only a piece that is the tag as a whole', () => {
    expect(after(replaceTags(scope([picture(sentences)]), ['snow'], ['rain']))).toBeNull();
  });
});

describe('text', () => {
  test('across tags, in every line, whatever its case', () => {
    expect(after(replaceText(scope([picture('fox, Red, hat\r\nred, hat')]), 'red, hat', 'cap'))).toBe('fox, cap\r\ncap');
    expect(after(replaceText(scope([picture('fox, Red')]), 'red', 'blue', { matchCase: true }))).toBeNull();
    expect(after(replaceText(scope([picture(sentences)]), 'deep snow', 'rain'))).toBe(sentences.replace('deep snow', 'rain'));
  });
  test('as it is written: nothing in it is a pattern', () => {
    expect(after(replaceText(scope([picture('a.b (c), axb')]), 'a.b (c)', '$& $1'))).toBe('$& $1, axb');
  });
  test('never to 0 bytes', () => expect(after(replaceText(scope([picture('fox')]), 'fox', ''))).toBe('\n'));
  test('nothing to look for, and control characters, are refused', () => {
    expect(() => replaceText(scope([picture('a')]), '', 'b')).toThrow(InvalidTag);
    expect(() => replaceText(scope([picture('a')]), 'a', '\u001b[2J')).toThrow('control character');
    expect(() => replaceText(scope([picture('a')]), 'a', '\ud800')).toThrow('half a character');
  });
});

describe('expressions', () => {
  test.each<[string, string, string, string, string | null]>([
    ['in each tag', 'fox, red_hat, hat', '^(.*)_hat$', '$1 cap', 'fox, red cap, hat'],
    ['a tag of which nothing is left goes', 'fox,  old hat , a', '.*hat', '', 'fox, a'],
    ['a comma makes two', 'fox, red hat', '^(red) (hat)$', '$1, $2', 'fox, red, hat'],
    ['none doubles', 'fox, hat, cap', 'cap', 'hat', 'fox, hat'],
    ['case does not matter', 'fox, HAT', 'hat', 'cap', 'fox, cap'],
    ['not across tags', 'fox, a, b', 'a, b', 'x', null],
    ['named groups', 'fox, 3girls', '^(?<n>\\d)girls$', '$<n> girls', 'fox, 3 girls'],
  ])('%s', (_, caption, source, next, expected) => expect(after(replacePattern(scope([picture(caption)]), source, next))).toBe(expected));

  test('in the whole caption, where ^ is the beginning of a line', () => {
    expect(after(replacePattern(scope([picture('a, b\na, c')]), '^a, ', '', { within: 'text' }))).toBe('b\nc');
    expect(after(replacePattern(scope([picture('a, A')]), 'a', 'x', { matchCase: true, within: 'text' }))).toBe('x, A');
  });

  test('captions in sentences are passed over, and counted by themselves', () => {
    const change = replacePattern(scope([picture(sentences), picture('fox, snow', { id: 2 })]), 'snow', 'rain');
    expect(change).toMatchObject({ images: 1, unchanged: 0, skipped: [{ image: '1_fox/1.png' }] });
  });

  test('one that cannot be read is refused in one sentence', () => {
    expect(() => replacePattern(scope([picture('a')]), '(a', 'b')).toThrow(InvalidPattern);
    expect(() => replacePattern(scope([picture('a')]), '(a', 'b')).toThrow(/^The expression \(a cannot be read: .+\.$/);
  });

  test('one that would never end is stopped', () => {
    const started = performance.now();
    expect(() => replaceByPattern([`${'a'.repeat(40)}!`], '(a+)+$', 'x', { limitMs: 100 })).toThrow(/tries too many ways/);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
