import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { chunkEnds, countTokens, countTokensOf, loadTokenizer } from '../../../src/core/clip/count-tokens.js';
import { mendText } from '../../../src/core/clip/mend-text.js';
import { openTokenizer } from '../../../src/core/clip/tokenizer.js';

/** Texts with the counts that the trainer's own tokenizer gave for them. */
const known = JSON.parse(await readFile(join(import.meta.dirname, 'clip-tokens.json'), 'utf8')) as [tokens: number, text: string][];

it('counts nothing before the tokenizer is there', () => {
  expect(countTokens('solo')).toBeNull();
  const caption = {};
  expect(countTokensOf(caption, 'solo')).toBeNull();
});

describe('once it is there', () => {
  beforeAll(loadTokenizer);

  it('counts what the trainer counts', () => {
    expect(known.length).toBeGreaterThan(240);
    expect(known.map(([, text]) => [countTokens(text), text])).toEqual(known);
  });

  it.each([
    ['', 0],
    ['   \n ', 0],
    ['a <|endoftext|> b', 3],
    ['long hair', 2],
    ['long_hair', 3],
    ['hatsune miku \\(vocaloid\\)', 9],
    ['ＬＯＮＧ　ＨＡＩＲ', 2],
    ['&eacute;t&#233;', 2],
  ])('%j has %i', (text, tokens) => expect(countTokens(text)).toBe(tokens));

  it('counts word by word what the library counts in the whole text', async () => {
    const tokenize = await openTokenizer();
    const word = fc.string({ unit: fc.constantFrom('a', 'Q', '1', "'s", ',', '_', '(', 'é', '日', '😀', ':'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        expect(countTokens(text)).toBe(tokenize(mendText(text)).length);
      }),
    );
  });

  it('remembers a caption, not a text', () => {
    const caption = {};
    expect(countTokensOf(caption, 'a b')).toBe(2);
    expect(countTokensOf(caption, 'a b c')).toBe(2);
    expect(countTokensOf({}, 'a b c')).toBe(3);
  });

  it('says where a chunk ends', () => {
    const text = 'tag, '.repeat(40).trimEnd();
    expect(chunkEnds(text)).toEqual([text.indexOf(',', 5 * 37)]);
    expect(chunkEnds('word '.repeat(75))).toEqual([]);
    expect(chunkEnds('word '.repeat(76))).toEqual([375]);
    expect(chunkEnds('word '.repeat(226))).toEqual([375, 750, 1125]);
    expect(chunkEnds('a,b,c', 2)).toEqual([2, 4]);
  });
});

describe('mending', () => {
  it.each([
    ['\ufeff1girl', '1girl'],
    ['&amp;amp; &lt;', '& <'],
    ['a < b &amp; c', 'a < b &amp; c'],
    ['ﬁ Ａ “x” ‘y’', 'fi a "x" \'y\''],
    ['a\u0000b\u001b[31mc\u007f', 'abc'],
    ['e\u0301 \u3000 İ', 'é i̇'],
    ['one\r\ntwo\u2028three\tfour', 'one two three four'],
    ['it\u0092s', "it's"],
  ])('%j', (text, mended) => expect(mendText(text)).toBe(mended));
});
