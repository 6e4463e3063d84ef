import { countTokens } from '../clip/count-tokens.js';
import type { CaptionRules } from './caption-rules.js';
import { weighedPieces } from './weights.js';

/** Tokens of a text as it is fed. Null until the tokenizer is there. */
export function fedTokens(text: string, { weighted }: Pick<CaptionRules, 'weighted'>): number | null {
  if (!weighted) return countTokens(text);
  let sum: number | null = 0;
  for (const piece of weighedPieces(text)) {
    const count = countTokens(piece);
    sum = sum === null || count === null ? null : sum + count;
  }
  return sum;
}
