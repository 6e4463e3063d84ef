import { beforeAll, expect, test } from 'vitest';
import { loadTokenizer } from '../../../src/core/clip/count-tokens.js';
import { fedTokens } from '../../../src/core/trainer-eye/fed-tokens.js';
import { weighedPieces } from '../../../src/core/trainer-eye/weights.js';

beforeAll(loadTokenizer);

test.each<[string, string[]]>([
  ['a, b', ['a, b']],
  ['a, (b:1.2), c', ['a, ', 'b', ', c']],
  ['((a)) [b]', ['a', ' ', 'b']],
  ['miku \\(vocaloid\\)', ['miku (vocaloid)']],
  ['a) b]', ['a) b]']],
  ['(a: b)', ['a: b']],
  [':3, (x', [':3, ', 'x']],
  ['a:1.2)', ['a:1.2)']],
  ['', []],
])('%j is tokenized as %j', (text, pieces) => expect(weighedPieces(text)).toEqual(pieces));

test('tokens are those of the pieces', () => {
  expect(fedTokens('hatsune miku \\(vocaloid\\)', { weighted: true })).toBe(7);
  expect(fedTokens('hatsune miku \\(vocaloid\\)', { weighted: false })).toBe(9);
  expect(fedTokens('(smile:1.2)', { weighted: true })).toBe(1);
});
