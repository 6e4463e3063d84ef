/** The words of a vocabulary: sites, categories, and what is known of a name. */

/** The site whose names are meant: e621 (`e6`) or Danbooru (`booru`). The prompting styles of T02 that use tags. */
export type Site = 'e6' | 'booru';

export const sites: readonly Site[] = ['booru', 'e6'];

/** What people call them. */
export const siteNames: Readonly<Record<Site, string>> = { booru: 'Danbooru', e6: 'e621' };

/** The kinds of names of both sites in one list. An index holds positions in it: append only. */
export const categories = ['general', 'artist', 'contributor', 'copyright', 'character', 'species', 'invalid', 'meta', 'lore', 'rating'] as const;

export type Category = (typeof categories)[number];

/** One letter for each category, for lists that have no room for more. */
export const categoryLetters: Readonly<Record<Category, string>> = {
  general: 'g',
  artist: 'a',
  contributor: 'b',
  copyright: 'c',
  character: 'h',
  species: 's',
  invalid: 'i',
  meta: 'm',
  lore: 'l',
  rating: 'r',
};

/** The sites' own numbers: 5 is species on one and meta on the other. 9 is the rating of a tagger's list. */
const numbers: Readonly<Record<Site, Readonly<Record<number, Category>>>> = {
  booru: { 0: 'general', 1: 'artist', 3: 'copyright', 4: 'character', 5: 'meta', 9: 'rating' },
  e6: { 0: 'general', 1: 'artist', 2: 'contributor', 3: 'copyright', 4: 'character', 5: 'species', 6: 'invalid', 7: 'meta', 8: 'lore', 9: 'rating' },
};

/** The category that a site means by a number; undefined for a number that it does not know. */
export function categoryOf(site: Site, number: number): Category | undefined {
  return numbers[site][number];
}

/** What a list says of a name. */
export interface TagRow {
  name: string;
  category: Category;
  /** How many posts have it; null when the list does not say. */
  posts: number | null;
  /** The site itself calls it adult. */
  adult?: boolean;
  /** The site does not use it any more. */
  retired?: boolean;
}

/** One name rewritten to another, or implying it. */
export interface Relation {
  from: string;
  to: string;
}
