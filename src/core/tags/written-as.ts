import type { Picture } from '../dataset/model.js';
import { written } from '../vocabulary/names.js';
import { keepsUnderscores } from './normalise.js';

/** How a set writes its tags, as most of them are. */
export interface Spelling {
  underscores: boolean;
  /** `\(`, as prompts want it. */
  escaped: boolean;
}

/** Looks at how most tags of these pictures are written; with none to go by, with spaces and without backslashes. */
export function spellingOf(pictures: Iterable<Pick<Picture, 'tags'>>): Spelling {
  let [underscores, spaces, escaped, plain] = [0, 0, 0, 0];
  for (const { tags } of pictures) {
    for (const tag of tags) {
      if (tag.includes('_')) underscores += keepsUnderscores(tag) ? 0 : 1;
      else if (tag.includes(' ')) spaces++;
      if (tag.includes('\\(')) escaped++;
      else if (tag.includes('(')) plain++;
    }
  }
  return { underscores: underscores > spaces, escaped: escaped > plain };
}

/**
 * A name of the vocabulary as the set writes its tags.
 *
 * @param like - the tag whose place it takes: what it shows goes before what most of the set does
 */
export function writtenAs(name: string, { underscores, escaped }: Spelling, like = ''): string {
  const [asks, denies] = [like.includes('_') && !keepsUnderscores(like), like.includes(' ')];
  const spelt = (asks || underscores) && !denies ? name : written(name);
  const isEscaped = like.includes('(') ? like.includes('\\(') : escaped;
  return isEscaped ? spelt.replace(/[()]/g, '\\$&') : spelt;
}
