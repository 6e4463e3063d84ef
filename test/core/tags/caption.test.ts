import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinCaption, readCaption, splitCaption, strip, tagsOf } from '../../../src/core/tags/caption.js';
import { cleanTag, InvalidTag, sameTag } from '../../../src/core/tags/same-tag.js';

test.each([
  ['UTF-8', [0x61, 0xc3, 0xa4], 'aä', 'utf-8'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8-bom'],
  ['nothing', [], '', 'utf-8'],
  ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 'a', 'utf-16le'],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'a', 'utf-16be'],
  ['Windows-1252', [0x61, 0xe4], 'aä', 'unknown'],
  ['half a UTF-16 character', [0xff, 0xfe, 0x61], 'ÿþa', 'unknown'],
  ['a mark and then no UTF-8', [0xef, 0xbb, 0xbf, 0xff], 'ï»¿ÿ', 'unknown'],
])('%s is told apart', (_, bytes, text, encoding) => {
  expect(readCaption(Uint8Array.from(bytes))).toEqual({ text, encoding });
});

test('every UTF-8 text is read as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff'));
      expect(readCaption(Buffer.from(text)).text).toBe(text);
    }),
  );
});

test('the trainer sees the first line, stripped, without empty pieces', () => {
  expect(tagsOf(' a ,b,, c_d\u3000,\r\nx, y\n')).toEqual(['a', 'b', 'c_d']);
  expect(tagsOf('a\rb')).toEqual(['a']);
  expect(tagsOf('\na, b')).toEqual([]);
  expect(tagsOf('\ufeffa')).toEqual(['\ufeffa']);
  expect(strip('\x1c\x85 a b\u2028 ')).toBe('a b');
});

test('a long run of blanks costs no time', () => {
  const start = performance.now();
  tagsOf(`a${' '.repeat(1_000_000)}b,${' '.repeat(1_000_000)}`);
  expect(performance.now() - start).toBeLessThan(500);
});

test('cutting a caption up and joining it gives back every byte', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', ' ', '\n', '\r', '\u3000', '_') });
  fc.assert(
    fc.property(text, (caption) => {
      expect(joinCaption(splitCaption(caption))).toBe(caption);
    }),
  );
});

test.each([
  ['Long_Hair', ' long hair ', true],
  ['miku \\(vocaloid\\)', 'Miku_(Vocaloid)', true],
  ['^_^', '^ ^', true],
  ['_', '', false],
  ['a\\b', 'ab', false],
  ['hair', 'long hair', false],
])('%j and %j the same tag: %s', (a, b, same) => expect(sameTag(a, b)).toBe(same));

test.each(['', '  ', 'a,b', 'a\nb', 'a\u001b[2J', '\ud800', 'a\u0000'])('%j is no tag', (tag) => expect(() => cleanTag(tag)).toThrow(InvalidTag));
