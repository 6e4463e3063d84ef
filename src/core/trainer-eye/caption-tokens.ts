import { countTokensOf } from '../clip/count-tokens.js';
import type { Picture } from '../dataset/model.js';
import { trainerCaption } from '../dataset/trainer-caption.js';

/**
 * Tokens of what the trainer reads of a picture's own caption, without prefix and suffix: 0 where it has none. Counted once a
 * caption.
 *
 * @returns null until `loadTokenizer` has resolved
 */
export function captionTokens({ caption }: Pick<Picture, 'caption'>): number | null {
  return caption ? countTokensOf(caption, trainerCaption({ caption }, '').text) : 0;
}
