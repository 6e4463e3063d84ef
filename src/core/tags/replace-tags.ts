import type { Scope, TagChange } from './edit-captions.js';
import { editLines, quoted } from './edit-lines.js';
import { cleanTag, InvalidTag, tagKey } from './same-tag.js';
import type { TagLine } from './tag-line.js';

/**
 * Writes another tag in the place of one. Where the new one is there already, the foremost of the two places is kept, so
 * that nothing doubles and an activation tag stays in front. With another spelling of the same tag it is respelled.
 *
 * @throws InvalidTag for a tag that cannot be written
 */
export function replaceTag(scope: Scope, old: string, replacement: string): TagChange {
  return replaceTags(scope, [old], [replacement]);
}

/**
 * Replaces tags by tags: several by one, one by several, or each of a list by the one in the same place of the other list,
 * all at once, so that two can change places. As {@link replaceTag} does with one.
 *
 * @throws InvalidTag for a tag that cannot be written, and for two lists that do not go together
 */
export function replaceTags(scope: Scope, old: readonly string[], replacement: readonly string[]): TagChange {
  const [from, to] = [old.map(cleanTag), replacement.map(cleanTag)];
  const table = new Map(from.map((tag, at) => [tagKey(tag), targetsOf(at, from.length, to)]));
  return editLines(scope, (images) => `replaced ${quoted(from)} by ${quoted(to)} in ${images}`, (line) => {
    rewrite(line, (tag) => table.get(tagKey(tag)) ?? null);
  });
}

function targetsOf(at: number, count: number, to: readonly string[]): string[] {
  if (to.length === 1 || count === 1) return [...to];
  if (to.length !== count) throw new InvalidTag(`${count} tags are replaced by one, or by ${count} others, not by ${to.length}.`);
  return to.slice(at, at + 1);
}

/**
 * Puts other tags in the place of some. What comes and is there already stays at the foremost place; what is not touched keeps its bytes.
 *
 * @param targets - what stands for a tag from now on, empty to take it out; null leaves it
 */
export function rewrite(line: TagLine, targets: (tag: string) => readonly string[] | null): void {
  const come = new Set<string>();
  // Read again only after an edit: most tags of most captions are left.
  let { tags } = line;
  for (let at = 0; at < tags.length; ) {
    const tag = tags[at] ?? '';
    const to = targets(tag);
    if (to === null) {
      at++;
      continue;
    }
    const [first, ...more] = to;
    if (first === undefined) {
      line.remove(at);
      ({ tags } = line);
      continue;
    }
    line.replace(at, first);
    for (const [place, other] of more.entries()) line.insert(at + 1 + place, other);
    // Another spelling of the same tag is nothing that comes.
    for (const other of to) if (to.length > 1 || tagKey(other) !== tagKey(tag)) come.add(tagKey(other));
    at += to.length;
    ({ tags } = line);
  }
  for (const key of come) {
    const all = line.tags.map(tagKey);
    for (let at = all.length - 1; at > all.indexOf(key); at--) if (all[at] === key) line.remove(at);
  }
}
