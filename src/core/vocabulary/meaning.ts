import { nameKey } from './names.js';
import type { Vocabulary } from './vocabulary.js';

/** Does an alias say how many there are where its name does not, as `3girls` for `female`? Then the name is no replacement. */
export function saysMore(alias: string, name: string): boolean {
  return /^\d/.test(nameKey(alias)) && !/^\d/.test(name);
}

/** The entry that a tag of a caption stands for, aliases resolved; -1 when it is not known, or is an alias that {@link saysMore}. */
export function meaningOf(vocabulary: Vocabulary, tag: string): number {
  const entry = vocabulary.find(tag);
  if (entry < 0 || !vocabulary.isAlias(entry)) return entry;
  const target = vocabulary.target(entry);
  return saysMore(tag, vocabulary.name(target)) ? -1 : target;
}
