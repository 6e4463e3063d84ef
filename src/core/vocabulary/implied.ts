import { meaningOf } from './meaning.js';
import { written } from './names.js';
import type { Vocabulary } from './vocabulary.js';

/** A tag that another tag of its caption says already (T08). */
export interface Implied {
  /** Its place among the tags. */
  at: number;
  entry: number;
  /** The place of the tag that says it, which itself stays; of several the one that says it most directly. */
  by: number;
  byEntry: number;
}

/** What a tag may do when it is pruned. */
export interface Role {
  /** It stays, whatever implies it. */
  stays: boolean;
  /** What it implies goes. */
  causes: boolean;
}

/** What any tag is that nothing is said of. */
export const ordinary: Role = { stays: false, causes: true };

/**
 * The tags of a caption that others of it imply, directly or not, in their order. The closure is that of the whole table,
 * so that a name between two tags need not stand in the caption, nor be one that is suggested. Of tags that imply each
 * other, which a broken list may say, the foremost stays.
 *
 * @param tags - as written; aliases count as what they stand for
 */
export function impliedTags(vocabulary: Vocabulary, tags: readonly string[], role: (tag: string, at: number) => Role = () => ordinary): Implied[] {
  const entries: number[] = [];
  const roles: Role[] = [];
  // The foremost place of each name that may go.
  const places = new Map<number, number>();
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at] ?? '';
    const entry = meaningOf(vocabulary, tag);
    const own = entry < 0 ? ordinary : role(tag, at);
    entries.push(entry);
    roles.push(own);
    if (entry >= 0 && !own.stays && !places.has(entry)) places.set(entry, at);
  }
  // Where the reasons of each name that is implied stand.
  const reasons = new Map<number, number[]>();
  for (let at = 0; at < entries.length; at++) {
    const from = entries[at] ?? -1;
    if (from < 0 || !roles[at]?.causes) continue;
    const closure = vocabulary.closure(from);
    for (let i = 0; i < closure.length; i++) {
      const entry = closure[i] ?? 0;
      const place = places.get(entry);
      if (place === undefined || (place < at && vocabulary.closure(entry).includes(from))) continue;
      const known = reasons.get(entry);
      if (known) known.push(at);
      else reasons.set(entry, [at]);
    }
  }
  if (reasons.size === 0) return [];
  const found: Implied[] = [];
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? -1;
    const all = roles[at]?.stays ? undefined : reasons.get(entry);
    if (!all) continue;
    const by = nearest(vocabulary, entry, all.filter((place) => roles[place]?.stays || !reasons.has(entries[place] ?? -1)), entries);
    if (by >= 0) found.push({ at, entry, by, byEntry: entries[by] ?? -1 });
  }
  return found;
}

/** Of several places the one whose tag says the entry most directly, of equal ones the foremost. */
function nearest(vocabulary: Vocabulary, entry: number, places: readonly number[], entries: readonly number[]): number {
  let [best, shortest] = [places[0] ?? -1, Infinity];
  if (places.length < 2) return best;
  for (const place of places) {
    const steps = vocabulary.steps(entries[place] ?? -1, entry);
    if (steps < shortest) [best, shortest] = [place, steps];
  }
  return best;
}

/** The way from a tag to one that it implies, as names, both ends included. Adult names between the ends are `*`. */
export function pathNames(vocabulary: Vocabulary, from: number, to: number): string[] {
  const path = vocabulary.path(from, to) ?? [from, to];
  return path.map((entry, at) => (at > 0 && at < path.length - 1 && vocabulary.isAdult(entry) ? '*' : written(vocabulary.name(entry))));
}
