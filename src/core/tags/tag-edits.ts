import { tagKey } from './same-tag.js';

/** What one tag list did to become another. Tags are named by what makes spellings the same ({@link tagKey}). */
export interface TagEdits {
  /** How many of a tag were added, or removed; those of replacements are among them. */
  added: ReadonlyMap<string, number>;
  removed: ReadonlyMap<string, number>;
  /** One tag that stands where another stood, or is spelled otherwise. */
  replaced: ReadonlyMap<string, { from: string; to: string }>;
  /** Tags that both lists have stand in another order. */
  moved: boolean;
}

/** Compares two tag lists, as written. */
export function tagEdits(before: readonly string[], after: readonly string[]): TagEdits {
  const [b, a] = [before.map(tagKey), after.map(tagKey)];
  const added = surplus(a, b);
  const removed = surplus(b, a);
  const kept = (keys: readonly string[]) => keys.filter((key) => !added.has(key) && !removed.has(key));
  const [keptBefore, keptAfter] = [kept(b), kept(a)];
  const moved = keptBefore.some((key, at) => key !== keptAfter[at]);
  const replaced = new Map<string, { from: string; to: string }>();
  const [countsBefore, countsAfter] = [counts(b), counts(a)];
  for (const [key, count] of countsBefore) {
    if (count !== 1 || countsAfter.get(key) !== 1) continue;
    const [from, to] = [before[b.indexOf(key)] ?? '', after[a.indexOf(key)] ?? ''];
    if (from !== to) replaced.set(key, { from, to });
  }
  if (!moved) {
    for (const [gone, fresh] of gaps(b, a, new Set(keptBefore), removed, added)) {
      // The first that came took the place of the first that went, and so on; others came or went besides.
      for (const [i, at] of gone.slice(0, fresh.length).entries()) {
        const [from, to] = [before[at] ?? '', after[fresh[i] ?? 0] ?? ''];
        const once = countsBefore.get(tagKey(from)) === 1 && !countsBefore.has(tagKey(to)) && added.get(tagKey(to)) === 1;
        if (once) replaced.set(tagKey(from), { from, to });
      }
    }
  }
  return { added, removed, replaced, moved };
}

type Keys = ReadonlyMap<string, number>;

/** What went and what came between each two tags that stayed: places before, and after. */
function gaps(before: readonly string[], after: readonly string[], kept: ReadonlySet<string>, went: Keys, came: Keys): [number[], number[]][] {
  const cut = (keys: readonly string[], wanted: Keys) => {
    const parts: number[][] = [[]];
    for (const [at, key] of keys.entries()) {
      if (kept.has(key)) parts.push([]);
      else if (wanted.has(key)) parts.at(-1)?.push(at);
    }
    return parts;
  };
  const fresh = cut(after, came);
  return cut(before, went).map((part, at): [number[], number[]] => [part, fresh[at] ?? []]);
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function surplus(keys: readonly string[], less: readonly string[]): Map<string, number> {
  const found = counts(keys);
  for (const [key, count] of counts(less)) {
    const left = (found.get(key) ?? 0) - count;
    if (left > 0) found.set(key, left);
    else found.delete(key);
  }
  return found;
}
