import type { Arrays } from '../index/layout.js';
import { eachWord } from '../index/words.js';

/** A stretch of an ordered list: from, and before which. */
export type Range = readonly [from: number, to: number];

/** The names, by their bytes, that begin with these. */
export function namesWith({ text, start, sorted }: Arrays, prefix: Uint8Array): Range {
  return rangeOf(sorted.length, (at) => {
    const entry = sorted[at] ?? 0;
    return comparePrefix(text, start[entry] ?? 0, (start[entry + 1] ?? 1) - 1, prefix);
  });
}

/** The words that begin with these bytes. */
export function wordsWith({ wordText, wordStart }: Arrays, prefix: Uint8Array): Range {
  return rangeOf(wordStart.length - 1, (at) => comparePrefix(wordText, wordStart[at] ?? 0, (wordStart[at + 1] ?? 1) - 1, prefix));
}

/** The names of several words whose first letters begin with these bytes. */
export function initialsWith({ text, start, initials }: Arrays, prefix: Uint8Array): Range {
  return rangeOf(initials.length, (at) => {
    const entry = initials[at] ?? 0;
    let place = 0;
    let order = 0;
    eachWord(text, start[entry] ?? 0, (start[entry + 1] ?? 1) - 1, (from) => {
      if (order === 0 && place < prefix.length) order = (text[from] ?? 0) - (prefix[place++] ?? 0);
    });
    return order !== 0 ? order : place < prefix.length ? -1 : 0;
  });
}

/** 0 when the bytes begin with the prefix, else whether they come before or behind it. */
export function comparePrefix(text: Uint8Array, from: number, to: number, prefix: Uint8Array): number {
  for (let i = 0; i < prefix.length; i++) {
    if (from + i >= to) return -1;
    const difference = (text[from + i] ?? 0) - (prefix[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where in an ordered list the order is 0. */
function rangeOf(length: number, order: (at: number) => number): Range {
  const first = (isBefore: (order: number) => boolean, from: number) => {
    let [low, high] = [from, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(order(middle))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = first((value) => value < 0, 0);
  return [from, first((value) => value <= 0, from)];
}
