import { eachWord, isLetter } from '../index/words.js';
import type { Vocabulary } from '../vocabulary.js';
import { Best } from './best.js';
import { comparePrefix, initialsWith, namesWith, wordsWith, type Range } from './ranges.js';
import { eachTypo } from './typos.js';

/** How a name matches what was typed, the best first. */
export const matches = ['exact', 'prefix', 'word', 'initials', 'substring', 'typo'] as const;
export type Match = (typeof matches)[number];

/** An entry that matches, which may be an alias. */
export interface Candidate {
  entry: number;
  match: Match;
}

/**
 * The entries that match a text, of each kind the most common ones. Looser kinds are looked for only while there are
 * few.
 *
 * @param typed as a name is keyed: lower case, `_` for spaces; not empty
 * @param most how many of each kind
 * @param accepts says whether an entry may be suggested at all
 */
export function candidates(vocabulary: Vocabulary, typed: string, most: number, accepts: (entry: number) => boolean): Candidate[] {
  const { arrays } = vocabulary;
  const bytes = new TextEncoder().encode(typed);
  const found = new Map<number, Match>();
  const take = (match: Match, gather: (best: Best) => void) => {
    const best = new Best(most, (entry) => !found.has(entry) && accepts(entry));
    gather(best);
    for (const entry of best.list()) found.set(entry, match);
  };
  const fromNames = (best: Best) => ([from, to]: Range) => {
    for (let at = from; at < to; at++) best.add(arrays.sorted[at] ?? 0);
  };
  const exact = vocabulary.find(typed);
  if (exact >= 0 && accepts(exact)) found.set(exact, 'exact');
  take('prefix', (best) => fromNames(best)(namesWith(arrays, bytes)));
  take('word', (best) => byWords(vocabulary, bytes, best));
  if (bytes.length > 1) {
    take('initials', (best) => {
      const [from, to] = initialsWith(arrays, bytes);
      for (let at = from; at < to; at++) best.add(arrays.initials[at] ?? 0);
    });
  }
  if (bytes.length > 2 && found.size < most) take('substring', (best) => bySubstring(vocabulary, bytes, best));
  if (found.size < most / 2) {
    take('typo', (best) => {
      eachTypo(bytes, (prefix) => namesWith(arrays, prefix), fromNames(best));
      if (!typed.includes('_')) eachTypo(bytes, (prefix) => wordsWith(arrays, prefix), (range) => fromWords(vocabulary, range, best));
    });
  }
  return [...found].map(([entry, match]) => ({ entry, match }));
}

/** Names with words that begin so, in this order: `hair`, `lo_ha` → `long_hair`. */
function byWords(vocabulary: Vocabulary, typed: Uint8Array, best: Best): void {
  const { arrays } = vocabulary;
  const pieces = piecesOf(typed);
  const ranges = pieces.map((piece) => wordsWith(arrays, piece));
  const size = ([from, to]: Range) => (arrays.wordFrom[to] ?? 0) - (arrays.wordFrom[from] ?? 0);
  // The rarest of the pieces leaves the fewest names to look at.
  const [rarest] = [...ranges].sort((a, b) => size(a) - size(b));
  if (!rarest) return;
  if (pieces.length === 1) return fromWords(vocabulary, rarest, best);
  fromWords(vocabulary, rarest, best, (entry) => beginWords(vocabulary, entry, pieces));
}

/** What was typed, parted as names are parted into words. */
function piecesOf(typed: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  eachWord(typed, 0, typed.length, (from, to) => pieces.push(typed.subarray(from, to)));
  return pieces;
}

function fromWords({ arrays }: Vocabulary, [from, to]: Range, best: Best, fits?: (entry: number) => boolean): void {
  const { wordFrom, wordEntry } = arrays;
  for (let word = from; word < to; word++) {
    const end = wordFrom[word + 1] ?? 0;
    for (let at = wordFrom[word] ?? 0; at < end; at++) {
      const entry = wordEntry[at] ?? 0;
      // A word's entries ascend: those that follow are rarer still.
      if (!best.wants(entry)) break;
      if (!fits || fits(entry)) best.add(entry);
    }
  }
}

/** Do the pieces begin words of the entry, in this order? */
function beginWords({ arrays: { text, start } }: Vocabulary, entry: number, pieces: readonly Uint8Array[]): boolean {
  const end = (start[entry + 1] ?? 1) - 1;
  let next = 0;
  let isInside = false;
  for (let at = start[entry] ?? 0; at < end && next < pieces.length; at++) {
    const isWord = isLetter(text[at] ?? 0);
    const piece = pieces[next];
    if (isWord && !isInside && piece && comparePrefix(text, at, end, piece) === 0) next++;
    isInside = isWord;
  }
  return next === pieces.length;
}

/** Names with a word that holds the bytes anywhere. The words are few beside the names. */
function bySubstring(vocabulary: Vocabulary, needle: Uint8Array, best: Best): void {
  const { wordText, wordStart } = vocabulary.arrays;
  const bytes = Buffer.from(wordText.buffer, wordText.byteOffset, wordText.byteLength);
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) {
    const word = wordAt(wordStart, at);
    fromWords(vocabulary, [word, word + 1], best);
    at = (wordStart[word + 1] ?? at + 1) - 1;
  }
}

function wordAt(start: Uint32Array, place: number): number {
  let [low, high] = [0, start.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
