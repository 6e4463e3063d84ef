import { isNaturalCaption } from '../../core/dataset/query/searchable.js';
import type { Picture } from '../../core/dataset/model.js';
import { sentencesIn } from '../../core/tags/sentence-edits.js';

/** What the caption of an image is edited by: its tags, or its sentences when it is written in such (T16). */
export function unitsOf(picture: Picture | null): { units: readonly string[]; sentences: boolean } {
  if (!picture) return { units: [], sentences: false };
  return isNaturalCaption(picture) ? { units: sentencesIn(picture.caption?.text ?? ''), sentences: true } : { units: picture.tags, sentences: false };
}
