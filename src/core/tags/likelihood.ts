import type { Picture } from '../dataset/model.js';
import { tagKey } from './same-tag.js';

type Tagged = Pick<Picture, 'id' | 'tags'>;

/** How much a tag that is seen once or twice is trusted: so many made-up images of each kind are counted with the real ones. */
const doubt = 0.5;

/**
 * How likely each image has a tag, going by its other tags: those that usually come with it speak for it, those that never
 * do against it (naive Bayes over the set's own captions; the tag itself is left out). Only the order means something.
 * @param of what is rated @param set what it is learnt from
 * @returns the logarithm of the odds by id
 */
export function likelihoods(tag: string, of: readonly Tagged[], set: readonly Tagged[]): Map<number, number> {
  const own = tagKey(tag);
  const counts = new Map<string, { yes: number; no: number }>();
  let yes = 0;
  for (const { tags } of set) {
    const keys = new Set(tags.map(tagKey));
    const has = keys.delete(own);
    if (has) yes++;
    for (const key of keys) {
      let count = counts.get(key);
      if (!count) counts.set(key, (count = { yes: 0, no: 0 }));
      if (has) count.yes++;
      else count.no++;
    }
  }
  const no = set.length - yes;
  const share = (count: number, all: number): number => (count + doubt) / (all + 2 * doubt);
  const weights = new Map([...counts].map(([key, count]) => [key, Math.log(share(count.yes, yes) / share(count.no, no))]));
  const start = Math.log(share(yes, set.length) / share(no, set.length));
  return new Map(
    of.map(({ id, tags }) => {
      const keys = new Set(tags.map(tagKey));
      keys.delete(own);
      return [id, [...keys].reduce((sum, key) => sum + (weights.get(key) ?? 0), start)];
    }),
  );
}

/**
 * The order in which a tag is asked for, image by image: first those that lack it, the likeliest first, so that what was
 * forgotten comes early; then those that have it, the least likely first. Images of the same odds stay in their order.
 */
export function sweepOrder<T extends Tagged>(tag: string, pictures: readonly T[], set: readonly Tagged[]): T[] {
  const odds = likelihoods(tag, pictures, set);
  const own = tagKey(tag);
  const has = new Map(pictures.map((picture) => [picture.id, picture.tags.some((one) => tagKey(one) === own)]));
  const at = ({ id }: Tagged): number => odds.get(id) ?? 0;
  const lacking = pictures.filter(({ id }) => !has.get(id)).sort((a, b) => at(b) - at(a));
  const having = pictures.filter(({ id }) => has.get(id)).sort((a, b) => at(a) - at(b));
  return [...lacking, ...having];
}
