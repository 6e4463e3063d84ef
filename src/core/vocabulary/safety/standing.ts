import { adultPhrases, adultWords, minorPhrases, minorWords, refusedParts, refusedWords, suggestiveWords } from './words.js';

/**
 * What may be done with a name. `adult`: suggested only where adult names are switched on. `refused`: it sexualises
 * minors; it is never suggested, whatever was imported and whatever is switched on.
 */
export type Standing = 'ordinary' | 'adult' | 'refused';

/** What the words of a name speak of. */
export interface Reading {
  minor: boolean;
  adult: boolean;
  suggestive: boolean;
  refused: boolean;
}

/**
 * Where a name stands, by its own words and by what is known of it.
 *
 * @param name - in any spelling
 * @param others - what it implies, and what it is an alias of: a name is what it implies
 */
export function standingOf(name: string, others: Iterable<string> = []): Standing {
  const all = { ...readName(name) };
  for (const other of others) {
    const read = readName(other);
    all.minor ||= read.minor;
    all.adult ||= read.adult;
    all.refused ||= read.refused;
    // That a picture shows a swimsuit beside a child is told by two tags, and is no name of its own.
  }
  return standing(all);
}

/** Where the words that were read put a name. */
export function standing({ minor, adult, suggestive, refused }: Reading): Standing {
  if (refused || (minor && (adult || suggestive))) return 'refused';
  return adult ? 'adult' : 'ordinary';
}

/** Does a name speak of someone who is not grown up? Beside such a tag no adult name is suggested. */
export function speaksOfMinors(name: string): boolean {
  const { minor, refused } = readName(name);
  return minor || refused;
}

/** Reads the words of a name. */
export function readName(name: string): Reading {
  const text = name.normalize('NFKC').toLowerCase().replace(/[\s_]+/g, '_');
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const read: Reading = { minor: false, adult: false, suggestive: false, refused: refusedParts.some((part) => text.includes(part)) };
  for (const word of words) {
    if (refusedWords.has(word)) read.refused = true;
    if (minorWords.has(word)) read.minor = true;
    if (adultWords.has(word)) read.adult = true;
    if (suggestiveWords.has(word)) read.suggestive = true;
    if (isCompound(word)) read.refused = true;
  }
  if (minorPhrases.some((phrase) => holds(text, phrase))) read.minor = true;
  if (adultPhrases.some((phrase) => holds(text, phrase))) read.adult = true;
  return read;
}

/** Does the text hold the phrase between word borders? */
function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (isBorder(text[at - 1]) && isBorder(text[at + phrase.length])) return true;
  }
  return false;
}

function isBorder(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}

/** Two words written as one, such as a word for a child and one of {@link adultWords}. */
function isCompound(word: string): boolean {
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    if ((minorWords.has(first) && adultWords.has(last)) || (adultWords.has(first) && minorWords.has(last))) return true;
  }
  return false;
}
