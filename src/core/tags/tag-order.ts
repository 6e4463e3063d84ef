import { glob, type Glob } from '../dataset/query/glob.js';
import { printable } from '../printable.js';
import { counts, defaultProfile } from './order-profile.js';
import { tagKey } from './same-tag.js';

/** An order of tags. Equal ones stay in the order that they have. */
export interface TagOrder {
  /** As the change names it: `by frequency`. */
  name: string;
  compare: (a: string, b: string) => number;
}

/** The most frequent first. @param count - on how many images of the set a tag is */
export function byFrequency(count: (tag: string) => number): TagOrder {
  return { name: 'by frequency', compare: (a, b) => count(b) - count(a) };
}

/** By the alphabet, case and `_` apart. */
export const byAlphabet: TagOrder = {
  name: 'by the alphabet',
  compare: (a, b) => {
    const [one, other] = [tagKey(a), tagKey(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  },
};

/**
 * By what a tag is about: how many there are, who, from where, looks, clothes, pose, view, all the rest, background, and what is said of the picture
 * itself. It goes by the words of the tags.
 *
 * @param categoryOf - the category that a vocabulary gives a tag, such as `character`; it goes before the words
 */
export function byCategory(categoryOf: (tag: string) => string | null = () => null): TagOrder {
  const groups = defaultProfile.map(({ categories = [], patterns }) => ({ categories, patterns: patterns.map((pattern) => glob(pattern)) }));
  const rest = defaultProfile.findIndex(({ patterns }) => patterns.includes('*'));
  const rankOf = remembered((tag) => {
    const key = tagKey(tag);
    const category = categoryOf(tag);
    const told = category === null ? -1 : groups.findIndex(({ categories }) => categories.includes(category));
    if (told >= 0) return told;
    if (counts.test(key)) return 0;
    const at = groups.findIndex(({ patterns }, group) => group !== rest && patterns.some((pattern) => pattern.matches(key)));
    return at < 0 ? rest : at;
  });
  return { name: 'by category', compare: (a, b) => rankOf(a) - rankOf(b) };
}

/** In the order of these patterns (`solo`, `* hair`); what none fits goes where `*` stands, else to the end. */
export function byPatterns(patterns: readonly string[]): TagOrder {
  const keys = patterns.map(tagKey);
  const globs: Glob[] = keys.map((key) => glob(key));
  const rest = keys.indexOf('*') < 0 ? keys.length : keys.indexOf('*');
  const rankOf = remembered((tag) => {
    const at = globs.findIndex((pattern, place) => place !== rest && pattern.matches(tagKey(tag)));
    return at < 0 ? rest : at;
  });
  return { name: `in the order ${printable(patterns.join(', '))}`, compare: (a, b) => rankOf(a) - rankOf(b) };
}

/** The same order the other way round. */
export function reversed({ name, compare }: TagOrder): TagOrder {
  return { name: `${name}, reversed`, compare: (a, b) => compare(b, a) };
}

function remembered(rankOf: (tag: string) => number): (tag: string) => number {
  const known = new Map<string, number>();
  return (tag) => {
    let rank = known.get(tag);
    if (rank === undefined) known.set(tag, (rank = rankOf(tag)));
    return rank;
  };
}
