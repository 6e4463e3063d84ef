import { strip } from './caption.js';

const sentenceEnd = /[.!?…。！？]["'”’)\]]*(?=\s|$)/u;

/**
 * Does the first line read as sentences and not as tags (T02, T16)? Sentences have long pieces between their commas: three and a half
 * words on the average, and either a piece of seven words or one of four that a full stop ends.
 */
export function isNatural(text: string): boolean {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  let [pieces, words, most] = [0, 0, 0];
  let ended = false;
  for (const piece of line.split(',')) {
    const clean = strip(piece);
    if (clean === '') continue;
    const count = clean.split(/\s+/).length;
    pieces++;
    words += count;
    most = Math.max(most, count);
    ended ||= count >= 4 && sentenceEnd.test(clean);
  }
  return pieces > 0 && words / pieces >= 3.5 && (most >= 7 || ended);
}
