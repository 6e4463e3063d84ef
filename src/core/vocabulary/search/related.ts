import { tagKey } from '../../tags/same-tag.js';
import type { TagIndex } from '../../tags/tag-index.js';

/** So many of the images that are most like this one tell what goes with it. */
const mostAlike = 100;

/**
 * What goes together with some tags in this set: for each tag, by its key, the share (0 to 1) of the images most like this
 * one that have it. Computed once an image, not a key.
 *
 * @param present - the tags on the image
 * @param id - the image itself, which does not count
 */
export function relatedTags(index: TagIndex, present: readonly string[], id?: number): ReadonlyMap<string, number> {
  const alike = new Map<number, number>();
  for (const tag of present) {
    const pictures = index.picturesWith(tag);
    // A tag on few images says more about an image than one on all.
    const weight = 1 / Math.sqrt(1 + pictures.size);
    for (const picture of pictures) if (picture !== id) alike.set(picture, (alike.get(picture) ?? 0) + weight);
  }
  const nearest = [...alike].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostAlike);
  const total = nearest.reduce((sum, [, weight]) => sum + weight, 0);
  const related = new Map<string, number>();
  for (const [picture, weight] of nearest) {
    for (const key of new Set(index.tagsOf(picture).map(tagKey))) related.set(key, (related.get(key) ?? 0) + weight / total);
  }
  return related;
}
