import { sameTag } from './same-tag.js';
import type { TagLine } from './tag-line.js';

/** Where a tag goes. `first` is behind the activation tags; `at` counts from 0. */
export type Place = 'first' | 'last' | { before: string } | { after: string } | { at: number };

/**
 * Puts a tag into a line, or moves it there in the spelling that it has; it never doubles. Without a place a tag that is
 * there stays, one that is not goes to the end. When the tag to go before or after is not there, the same holds.
 *
 * Activation tags are pinned (T03): other tags go behind them, and an activation tag itself goes nowhere but to its own
 * place in front.
 *
 * @param insert - whether a tag that is not there is written
 */
export function placeTag(line: TagLine, tag: string, place: Place | undefined, activation: readonly string[], insert: boolean): void {
  const tags = line.tags;
  const found = line.find(tag);
  if (found < 0 ? !insert : place === undefined) return;
  const others = tags.filter((other) => !sameTag(other, tag));
  const own = activation.findIndex((other) => sameTag(other, tag));
  const target = own >= 0 ? pinned(others, activation.slice(0, own)) : positionOf(place, others, pinned(others, activation));
  if (target === null && found >= 0) return;
  const position = target ?? others.length;
  if (found < 0) {
    line.insert(position, tag);
  } else if (found !== position || others.length !== tags.length - 1) {
    const spelling = tags[found] ?? tag;
    for (let at = found; at >= 0; at = line.find(tag)) line.remove(at);
    line.insert(position, spelling);
  }
}

/** How many tags at the front are the activation tags, in their order. */
export function pinned(tags: readonly string[], activation: readonly string[]): number {
  let count = 0;
  while (count < activation.length && count < tags.length && sameTag(tags[count] ?? '', activation[count] ?? '')) count++;
  return count;
}

/** Null: the tag that it should stand beside is not there. */
function positionOf(place: Place | undefined, tags: readonly string[], front: number): number | null {
  if (place === undefined || place === 'last') return tags.length;
  if (place === 'first') return front;
  if ('at' in place) return Math.max(front, Math.min(tags.length, place.at));
  const beside = 'before' in place ? place.before : place.after;
  const at = tags.findIndex((tag) => sameTag(tag, beside));
  if (at < 0) return null;
  return Math.max(front, 'before' in place ? at : at + 1);
}
