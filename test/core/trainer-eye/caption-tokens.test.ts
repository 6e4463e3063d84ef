import { expect, test } from 'vitest';
import { loadTokenizer } from '../../../src/core/clip/count-tokens.js';
import { captionTokens } from '../../../src/core/trainer-eye/caption-tokens.js';
import { pictureWith } from './eye.js';

test('a caption has the tokens of what is read of it', async () => {
  expect(captionTokens(pictureWith('hmbrgr, bun'))).toBeNull();
  await loadTokenizer();
  expect(captionTokens(pictureWith('long hair, bun\nnot read'))).toBe(4);
  expect(captionTokens(pictureWith(null))).toBe(0);
  expect(captionTokens(pictureWith(''))).toBe(0);
  expect(captionTokens(pictureWith('\n'))).toBe(0);
});
