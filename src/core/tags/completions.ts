import { sameTag, tagKey } from './same-tag.js';
import type { TagIndex } from './tag-index.js';

/** A tag that completes what was typed. */
export interface Completion {
  tag: string;
  count: number;
  /** It is on the image already: to be shown dimmed. */
  present: boolean;
  /** How it matches: it begins so, a word of it does, its words' first letters do, or it holds the text somewhere. */
  match: 'prefix' | 'word' | 'initials' | 'substring';
}

const ranks: readonly Completion['match'][] = ['prefix', 'word', 'initials', 'substring'];

/**
 * Completes from the set's own tags: those that begin with the text come first, then those with a word that does
 * (`hair`, `lo ha` → `long hair`) or whose initials do (`lav` → `looking at viewer`), then those that hold it; within
 * each by count. Nothing typed gives the most frequent tags that the image lacks.
 *
 * @param present - the tags on the image
 * @param limit - how many at most, 20 unless told
 */
export function completions(
  index: TagIndex,
  typed: string,
  { present = [], limit = 20 }: { present?: readonly string[]; limit?: number } = {},
): Completion[] {
  const text = tagKey(typed);
  const isPresent = (tag: string) => present.some((other) => sameTag(other, tag));
  const found: Completion[][] = ranks.map(() => []);
  for (const { tag, count } of index.list()) {
    const match = matching(tagKey(tag), text);
    if (match === null || (text === '' && isPresent(tag))) continue;
    // The list is sorted by count, so that each rank needs only its first few.
    const rank = found[ranks.indexOf(match)];
    if (!rank || rank.length >= limit) continue;
    rank.push({ tag, count, present: false, match });
    if (match === 'prefix' && rank.length >= limit) break;
  }
  return found
    .flat()
    .slice(0, limit)
    .map((completion) => ({ ...completion, present: isPresent(completion.tag) }));
}

function matching(tag: string, typed: string): Completion['match'] | null {
  if (tag.startsWith(typed)) return 'prefix';
  const { words, initials } = anatomyOf(tag);
  if (startsOfWords(words, typed.split(' '))) return 'word';
  if (typed.length > 1 && initials.startsWith(typed)) return 'initials';
  return tag.includes(typed) ? 'substring' : null;
}

interface Anatomy {
  words: readonly string[];
  /** The first letters of the words; of one word alone, none. */
  initials: string;
}

/** Remembered, as the same few thousand tags are looked at for every key. */
const anatomies = new Map<string, Anatomy>();
const mostAnatomies = 200_000;

function anatomyOf(tag: string): Anatomy {
  const known = anatomies.get(tag);
  if (known) return known;
  const words = tag.split(/[ -]+/).map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''));
  const anatomy = { words, initials: words.length > 1 ? words.map((word) => word[0] ?? '').join('') : '' };
  if (anatomies.size >= mostAnatomies) anatomies.clear();
  anatomies.set(tag, anatomy);
  return anatomy;
}

/** Do the typed pieces begin words of the tag, in this order? */
function startsOfWords(words: readonly string[], typed: readonly string[]): boolean {
  if (typed.length > words.length) return false;
  let next = 0;
  for (const word of words) if (next < typed.length && word.startsWith(typed[next] ?? '')) next++;
  return next === typed.length;
}
