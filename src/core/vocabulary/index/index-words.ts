import type { Arrays } from './layout.js';
import { compareBytes, eachWord } from './words.js';

type WordArrays = Pick<Arrays, 'sorted' | 'wordText' | 'wordStart' | 'wordFrom' | 'wordEntry' | 'initials'>;

/** Sorts the names by their bytes, by their words, and by the first letters of these. */
export function indexWords(text: Uint8Array, start: Uint32Array, count: number): WordArrays {
  const end = (entry: number) => (start[entry + 1] ?? 0) - 1;
  const sorted = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) =>
    compareBytes(text, start[a] ?? 0, end(a), text, start[b] ?? 0, end(b)),
  );
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength);
  const words = new Map<string, number[]>();
  const severals: number[] = [];
  const firsts: string[] = [];
  for (let entry = 0; entry < count; entry++) {
    let letters = '';
    eachWord(text, start[entry] ?? 0, end(entry), (from, to) => {
      const word = bytes.toString('latin1', from, to);
      letters += word.charAt(0);
      const entries = words.get(word);
      if (!entries) words.set(word, [entry]);
      else if (entries[entries.length - 1] !== entry) entries.push(entry);
    });
    firsts.push(letters);
    if (letters.length > 1) severals.push(entry);
  }
  const byInitials = (a: number, b: number) => {
    const [one = '', other = ''] = [firsts[a], firsts[b]];
    return one < other ? -1 : one > other ? 1 : a - b;
  };
  const list = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const wordStart = new Uint32Array(list.length + 1);
  const wordFrom = new Uint32Array(list.length + 1);
  for (const [at, [word, entries]] of list.entries()) {
    wordStart[at + 1] = (wordStart[at] ?? 0) + word.length + 1;
    wordFrom[at + 1] = (wordFrom[at] ?? 0) + entries.length;
  }
  const wordEntry = new Uint32Array(wordFrom[list.length] ?? 0);
  for (const [at, [, entries]] of list.entries()) wordEntry.set(entries, wordFrom[at]);
  return {
    sorted,
    wordText: Uint8Array.from(Buffer.from(list.map(([word]) => `${word}\n`).join(''), 'latin1')),
    wordStart,
    wordFrom,
    wordEntry,
    initials: Uint32Array.from(severals.sort(byInitials)),
  };
}
