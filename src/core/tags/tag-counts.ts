import type { Picture } from '../dataset/model.js';
import type { Change } from '../journal/change.js';
import { tagsOf } from './caption.js';
import { isNatural } from './natural.js';
import { tagKey } from './same-tag.js';

/** On how many of the images a tag is before a change and after it. */
export interface TagCountChange {
  tag: string;
  before: number;
  after: number;
}

/**
 * The tags that are on more or fewer images after a change, those that change most first. Captions in sentences have no tags to count.
 *
 * @param pictures - the images among which is counted
 */
export function tagCountChanges(change: Change, pictures: readonly Picture[]): TagCountChange[] {
  const after = new Map(change.entries.flatMap((entry) => (entry.kind === 'text' ? [[entry.path, entry.after ?? ''] as const] : [])));
  const rows = new Map<string, TagCountChange>();
  const keysOf = (tags: readonly string[]) => new Map(tags.map((tag) => [tagKey(tag), tag]));
  for (const picture of pictures) {
    const text = after.get(picture.captionPath);
    if (text === undefined || isNatural(text)) continue;
    const [old, now] = [keysOf(picture.tags), keysOf(tagsOf(text.replace(/^\ufeff/, '')))];
    const count = (key: string, tag: string, delta: number) => {
      const row = rows.get(key);
      if (row) row.after += delta;
      else rows.set(key, { tag, before: 0, after: delta });
    };
    for (const [key, tag] of old) if (!now.has(key)) count(key, tag, -1);
    for (const [key, tag] of now) if (!old.has(key)) count(key, tag, 1);
  }
  if (rows.size === 0) return [];
  for (const { tags } of pictures) {
    for (const key of new Set(tags.map(tagKey))) {
      const row = rows.get(key);
      if (!row) continue;
      row.before++;
      row.after++;
    }
  }
  return [...rows.values()]
    .filter(({ before, after: then }) => before !== then)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.tag < b.tag ? -1 : 1));
}

/** In how many captions of a change the tags stay the same and only stand in another order. */
export function onlyMoved(change: Change): number {
  const keysOf = (text: string | null) => tagsOf((text ?? '').replace(/^\ufeff/, '')).map(tagKey);
  const isMove = (before: string | null, after: string | null) => {
    const [old, now] = [keysOf(before), keysOf(after)];
    return old.join('\n') !== now.join('\n') && old.sort().join('\n') === now.sort().join('\n');
  };
  return change.entries.filter((entry) => entry.kind === 'text' && isMove(entry.before, entry.after)).length;
}

/** The first few in words: `smile 3 → 30 · grin 5 → 0`. Not made printable. */
export function countLine(counts: readonly TagCountChange[], most = 4): string {
  const shown = counts.slice(0, most).map(({ tag, before, after }) => `${tag} ${before} → ${after}`);
  return counts.length > most ? `${shown.join(' · ')} · …` : shown.join(' · ');
}
