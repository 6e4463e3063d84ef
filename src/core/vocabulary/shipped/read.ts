import { categories, type Category, type Relation, type Site, type TagRow } from '../model.js';
import type { Pair, PairRelation } from '../pairs.js';

/** The lists of this folder as they are read. */
export interface ShippedNames {
  /** In the order of the lists: the common ones of a topic first. */
  tags: Record<Site, TagRow[]>;
  pairs: Pair[];
}

const relations = new Set(['=', '~', '<', '>', '+', '!']);

/**
 * Reads a topic's list. `@ CATEGORY CATEGORY` gives the category of the names that follow, on e621 and on Danbooru;
 * `both`, `e6` and `booru` list names; `a = b` pairs an e621 name with Danbooru's, by one of the signs of {@link PairRelation}.
 *
 * @throws Error for a line that means nothing: the lists are our own
 */
export function readNames(text: string, into: ShippedNames): void {
  let [e6, booru]: [Category, Category] = ['general', 'general'];
  const add = (site: Site, name: string) => into.tags[site].push({ name, category: site === 'e6' ? e6 : booru, posts: null });
  for (const line of text.split('\n')) {
    const words = line.trim().split(/ +/);
    const [first = '', sign = '', last = ''] = words;
    if (first === '') continue;
    if (first === '@') [e6, booru] = [asCategory(sign), asCategory(last)];
    else if (words.length === 3 && relations.has(sign)) {
      into.pairs.push({ e6: first, booru: last, relation: sign as PairRelation });
      add('e6', first);
      add('booru', last);
    } else if (first === 'both' || first === 'e6' || first === 'booru') {
      for (const name of words.slice(1)) {
        if (first !== 'booru') add('e6', name);
        if (first !== 'e6') add('booru', name);
      }
    } else throw new Error(`A list that is shipped has a line that means nothing: ${line}`);
  }
}

/** The relations in a text `name: other other ; name: other`: the others are rewritten to the name, or imply it. */
export function relationsOf(text: string): Relation[] {
  return text
    .trim()
    .split(/\n| ; /)
    .flatMap((entry) => {
      const end = entry.indexOf(': ');
      if (end < 1) throw new Error(`A list that is shipped has an entry that means nothing: ${entry}`);
      return entry.slice(end + 2).split(' ').map((from) => ({ from, to: entry.slice(0, end) }));
    });
}

function asCategory(word: string): Category {
  if (!(categories as readonly string[]).includes(word)) throw new Error(`${word} is no category.`);
  return word as Category;
}
