import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsUnderscores, normalise, type NormaliseOptions } from '../../../src/core/tags/normalise.js';
import { after, picture, scope } from './pictures.js';

const run = (text: string, options?: NormaliseOptions) => after(normalise(scope([picture(text)], ['my_fox']), options));

test.each<[string, string, string | null, NormaliseOptions?]>([
  ['doubles, in whatever spelling', 'a, long_hair, A, Long Hair', 'a, long hair'],
  ['stray separators and odd spacing', ' ,a ,, b,c , ', 'a, b, c'],
  ['a byte order mark', '\ufeffa', 'a'],
  ['two byte order marks', '\ufeff\ufeffa', 'a'],
  ['line ends', 'a\r\nb_c,, d\r\n', 'a\nb_c,, d\n'],
  ['the activation tag stays as it is written', 'my_fox, long_hair', 'my_fox, long hair'],
  ['faces and scores stay', '^_^, o_o, score_9, score_8_up, >_<, source_anime', null],
  ['order stays as it is', 'a, b\n', null],
  ['separators alone: never 0 bytes', ',,', '\n'],
  ['escaped', 'a (b), c \\(d\\)', 'a \\(b\\), c \\(d\\)', { parentheses: 'escaped' }],
  ['plain', 'a (b), c \\(d\\)', 'a (b), c (d)', { parentheses: 'plain' }],
  ['lower case', 'A, B', 'a, b', { lowerCase: true }],
  ['no more than asked', '\ufeffa , aa_b,,a\r\n', '\ufeffa , aa b,,a\r\n', { duplicates: false, separators: false, bom: false, lineEnds: false }],
])('normalise: %s', (_, text, expected, options) => expect(run(text, options)).toBe(expected));

test('a caption in order is left alone from then on', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ',', ' ', '_', '\n', '\r', '\ufeff', '(', '\\'), minLength: 1 }), (text) => {
      const once = run(text);
      if (once !== null) expect(run(once)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['^_^', true],
  ['0_0', true],
  ['|_|', true],
  ['x_x', true],
  ['long_hair', false],
  ['1_girl', false],
  ['a_1b', false],
])('%s keeps its underscore: %s', (tag, keeps) => expect(keepsUnderscores(tag)).toBe(keeps));
