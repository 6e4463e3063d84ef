import type { TagIndex } from '../tags/tag-index.js';
import { written } from './names.js';

/** How a set of captions writes names. */
export interface Spelling {
  /** `long_hair` where others write `long hair`. */
  underscores: boolean;
  /** `miku \(vocaloid\)`. */
  escaped: boolean;
}

const known = new WeakMap<TagIndex, { version: number; spelling: Spelling }>();

/** How most tags of a set are written; spaces and plain parentheses where it does not tell. Computed once between two changes. */
export function spellingOf(index: TagIndex): Spelling {
  const before = known.get(index);
  if (before?.version === index.version) return before.spelling;
  let [underscores, spaces, escaped, plain] = [0, 0, 0, 0];
  for (const { tag, count } of index.list()) {
    if (/\p{L}_\p{L}/u.test(tag)) underscores += count;
    else if (tag.includes(' ')) spaces += count;
    if (/\\[()]/.test(tag)) escaped += count;
    else if (/[()]/.test(tag)) plain += count;
  }
  const spelling = { underscores: underscores > spaces, escaped: escaped > plain };
  known.set(index, { version: index.version, spelling });
  return spelling;
}

/** A tag of the set itself as it is to be written: one that a few captions write with underscores is no model (T12). */
export function tidied(tag: string, { underscores }: Spelling): string {
  return underscores ? tag : written(tag);
}

/** A name of a site as it is to be written beside the other tags of a set. */
export function writtenAs(name: string, { underscores, escaped }: Spelling): string {
  const spelled = underscores ? name : written(name);
  return escaped ? spelled.replace(/(?<!\\)[()]/g, '\\$&') : spelled;
}
