import { mendText } from './mend-text.js';

/** Tokens that CLIP reads at once, without its begin and end marks. A longer caption is cut here, or read in chunks of this many. */
export const chunkTokens = 75;

/** How many words are remembered; a set of captions has a few thousand. */
const remembered = 100_000;

const counts = new Map<string, number>();
const texts = new WeakMap<object, number>();
let tokensOf: ((word: string) => number) | null = null;
let loading: Promise<void> | null = null;

/**
 * Gets the tokenizer ready, once: a tenth of a second of work and some 40 MB, so not before it is needed. Nothing is read
 * from elsewhere.
 */
export function loadTokenizer(): Promise<void> {
  loading ??= (async () => {
    const { openTokenizer } = await import('./tokenizer.js');
    const tokenize = await openTokenizer();
    tokensOf = (word) => tokenize(word).length;
  })();
  return loading;
}

/**
 * How many tokens CLIP makes of a text, without the begin and end marks: what the trainer's own tokenizer makes of it. The
 * second text encoder of SDXL counts the same.
 *
 * @returns null until {@link loadTokenizer} has resolved
 */
export function countTokens(text: string): number | null {
  if (!tokensOf) return null;
  let sum = 0;
  for (const word of words(mendText(text))) sum += ofWord(word);
  return sum;
}

/** {@link countTokens} of the text that belongs to an object which never changes, such as a caption: counted once. */
export function countTokensOf(owner: object, text: string): number | null {
  const known = texts.get(owner);
  if (known !== undefined) return known;
  const count = countTokens(text);
  if (count !== null) texts.set(owner, count);
  return count;
}

/**
 * Where in a text each chunk of tokens ends, as offsets into it: the first offset is where the 76th token begins. The
 * place is exact to the word, or to the run of letters or signs in it.
 */
export function chunkEnds(text: string, size = chunkTokens): number[] {
  const ends: number[] = [];
  if (!tokensOf) return ends;
  let sum = 0;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const before = sum;
    sum = before + (countTokens(word) ?? 0);
    while (sum > size * (ends.length + 1)) ends.push(index + fitting(word, size * (ends.length + 1) - before));
  }
  return ends;
}

/** How many characters of a word make up no more than so many tokens. */
function fitting(word: string, tokens: number): number {
  let used = 0;
  for (const { index, 0: part } of word.matchAll(/\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu)) {
    used += countTokens(part) ?? 0;
    if (used > tokens) return index;
  }
  return word.length;
}

/** Tokens never reach across a space. */
function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function ofWord(word: string): number {
  let count = counts.get(word);
  if (count === undefined) {
    count = tokensOf?.(word) ?? 0;
    if (counts.size >= remembered) counts.clear();
    counts.set(word, count);
  }
  return count;
}
