/*
 * Names are searched as bytes. A word begins at a letter or digit behind something else; an apostrophe parts no word
 * (`bird's-eye` is two words), and all bytes of other scripts count as letters.
 */

const letters = new Uint8Array(256);
for (let code = 0; code < 256; code++) {
  const isWord = (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0x80 || code === 0x27;
  letters[code] = isWord ? 1 : 0;
}

/** Does a byte belong to a word? */
export function isLetter(code: number): boolean {
  return letters[code] === 1;
}

/** Calls back with the borders of each word between two places. */
export function eachWord(text: Uint8Array, from: number, to: number, word: (start: number, end: number) => void): void {
  let at = from;
  while (at < to) {
    while (at < to && !isLetter(text[at] ?? 0)) at++;
    const start = at;
    while (at < to && isLetter(text[at] ?? 0)) at++;
    if (at > start) word(start, at);
  }
}

/** Compares two stretches of bytes; a shorter one that begins the other comes first. */
export function compareBytes(a: Uint8Array, aFrom: number, aTo: number, b: Uint8Array, bFrom: number, bTo: number): number {
  const length = Math.min(aTo - aFrom, bTo - bFrom);
  for (let i = 0; i < length; i++) {
    const difference = (a[aFrom + i] ?? 0) - (b[bFrom + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return aTo - aFrom - (bTo - bFrom);
}
