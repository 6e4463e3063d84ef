import { strip } from './caption.js';
import type { Conflict, Merged } from './merged.js';
import { tagKey } from './same-tag.js';
import { TagLine } from './tag-line.js';
import { tagEdits, type TagEdits } from './tag-edits.js';

/**
 * Merges two tag lists that one became, each given as the pieces between commas. A tag that either side added is in the
 * result once, one that either side removed is gone, and where both replaced one tag by different ones that is a conflict. The bytes and the
 * order of theirs stay, unless only ours has another order: then ours is what theirs' edits are made on.
 */
export function mergeTags(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Merged {
  const [b, o, t] = [tagsOf(base), tagsOf(ours), tagsOf(theirs)];
  const [our, their] = [tagEdits(b, o), tagEdits(b, t)];
  const conflicts = clashes(our, their);
  if (conflicts.length > 0) return { conflicts };
  const onOurs = our.moved && !their.moved;
  const line = new TagLine([...(onOurs ? ours : theirs)]);
  apply(onOurs ? their : our, line, onOurs ? t : o, onOurs ? our : their);
  return { text: line.pieces.join(',') };
}

function tagsOf(pieces: readonly string[]): string[] {
  return pieces.map(strip).filter((tag) => tag !== '');
}

/** Both replaced a tag by different ones, or both spelled it anew. Another spelling gives way to a replacement, as nothing is lost by that. */
function clashes(our: TagEdits, their: TagEdits): Conflict[] {
  const found: Conflict[] = [];
  for (const [key, mine] of our.replaced) {
    const other = their.replaced.get(key);
    if (!other || other.to === mine.to) continue;
    const [to, otherTo] = [tagKey(mine.to), tagKey(other.to)];
    const isClash = to === key ? otherTo === key : otherTo !== key && otherTo !== to;
    if (isClash) found.push({ was: mine.from, ours: mine.to, theirs: other.to });
  }
  return found;
}

/**
 * Makes one side's edits on the line of the other.
 *
 * @param tags - the side's tags, whose neighbours say where an added one belongs
 * @param other - what the other side did itself
 */
function apply(edits: TagEdits, line: TagLine, tags: readonly string[], other: TagEdits): void {
  /** Replaced where it stands: what went → what came. */
  const inPlace = new Map<string, string>();
  for (const [key, { to }] of edits.replaced) {
    const at = line.find(key);
    if (at < 0 || (tagKey(to) !== key && line.find(to) >= 0)) continue;
    line.replace(at, to);
    if (tagKey(to) !== key) inPlace.set(key, tagKey(to));
  }
  for (const [key, count] of edits.removed) {
    let surplus = count - (other.removed.get(key) ?? 0) - (inPlace.has(key) ? 1 : 0);
    for (let at = lastOf(line, key); surplus > 0 && at >= 0; surplus--, at = lastOf(line, key)) line.remove(at);
  }
  const placed = new Set(inPlace.values());
  const done = new Set<string>();
  for (const [index, tag] of tags.entries()) {
    const key = tagKey(tag);
    if (done.has(key)) continue;
    done.add(key);
    const missing = (edits.added.get(key) ?? 0) - (other.added.get(key) ?? 0) - (placed.has(key) ? 1 : 0);
    for (let left = missing; left > 0; left--) insert(line, tags, index, tag);
  }
}

function lastOf(line: TagLine, key: string): number {
  return line.tags.findLastIndex((tag) => tagKey(tag) === key);
}

/** Puts a tag where it stood on its side: in front when it was the first, behind all when nothing that both have follows, else behind the nearest before it. */
function insert(line: TagLine, tags: readonly string[], index: number, tag: string): void {
  const before = tags.slice(0, index).map((other) => lastOf(line, tagKey(other))).findLast((at) => at >= 0);
  const follows = tags.slice(index + 1).some((other) => line.find(other) >= 0);
  if (before === undefined) line.insert(0, tag);
  else line.insert(follows ? before + 1 : line.tags.length, tag);
}
