import { diffArrays } from 'diff';

/** A stretch of the base that both sides changed, each in its own way. */
export interface Clash {
  base: readonly string[];
  ours: readonly string[];
  theirs: readonly string[];
}

export interface MergedSequence {
  /** Where the sides clash, theirs stands in it. */
  items: string[];
  clashes: Clash[];
}

/** Items `from` to `to` of the base become these. */
interface Hunk {
  from: number;
  to: number;
  items: readonly string[];
}

/**
 * Merges two descendants of a list of lines or sentences. What one side changed and the other left is taken over; what
 * both put in at one place stands there one after the other, theirs first; what both changed differently is a clash.
 */
export function mergeSequences(base: readonly string[], ours: readonly string[], theirs: readonly string[]): MergedSequence {
  const [left, right] = [hunks(base, ours), hunks(base, theirs)];
  const merged: MergedSequence = { items: [], clashes: [] };
  let at = 0;
  while (left.length > 0 || right.length > 0) {
    const first = Math.min(left[0]?.from ?? Infinity, right[0]?.from ?? Infinity);
    merged.items.push(...base.slice(at, first));
    const [mine, other] = [left[0], right[0]];
    if (mine && other && !isApart(mine, other)) {
      const taken = takeTogether(left, right);
      put(merged, base, taken);
      at = taken.to;
    } else {
      const hunk = !other || (mine && isBefore(mine, other)) ? left.shift() : right.shift();
      if (!hunk) break;
      merged.items.push(...hunk.items);
      at = Math.max(first, hunk.to);
    }
  }
  merged.items.push(...base.slice(at));
  return merged;
}

/** Neither touches an item of the base that the other touches, nor do both put something in at the same place. */
function isApart(a: Hunk, b: Hunk): boolean {
  if (a.from === b.from && (a.to === a.from) === (b.to === b.from)) return false;
  return a.to <= b.from || b.to <= a.from;
}

/** What is put in before an item stands before what that item becomes. */
function isBefore(a: Hunk, b: Hunk): boolean {
  return a.from < b.from || (a.from === b.from && a.to < b.to);
}

interface Together {
  from: number;
  to: number;
  left: Hunk[];
  right: Hunk[];
}

/** Takes all hunks off both lists that hang together with the first two. */
function takeTogether(left: Hunk[], right: Hunk[]): Together {
  const taken: Together = { from: Math.min(left[0]?.from ?? 0, right[0]?.from ?? 0), to: 0, left: [], right: [] };
  taken.left.push(...left.splice(0, 1));
  taken.right.push(...right.splice(0, 1));
  for (;;) {
    taken.to = Math.max(taken.left.at(-1)?.to ?? 0, taken.right.at(-1)?.to ?? 0);
    const side = [left, right].find(([next]) => next && next.from < taken.to);
    if (!side) return taken;
    (side === left ? taken.left : taken.right).push(...side.splice(0, 1));
  }
}

function put(merged: MergedSequence, base: readonly string[], { from, to, left, right }: Together): void {
  const clash: Clash = { base: base.slice(from, to), ours: applied(base, left, from, to), theirs: applied(base, right, from, to) };
  merged.items.push(...clash.theirs);
  if (isSame(clash.ours, clash.theirs)) return;
  if (from < to) merged.clashes.push(clash);
  else merged.items.push(...clash.ours.filter((item) => !clash.theirs.includes(item)));
}

function applied(base: readonly string[], changes: readonly Hunk[], from: number, to: number): string[] {
  const items: string[] = [];
  let at = from;
  for (const hunk of changes) {
    items.push(...base.slice(at, hunk.from), ...hunk.items);
    at = hunk.to;
  }
  return [...items, ...base.slice(at, to)];
}

function hunks(base: readonly string[], side: readonly string[]): Hunk[] {
  const found: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; items: string[] } | null = null;
  for (const { value, added, removed } of diffArrays([...base], [...side])) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) found.push((open = { from: at, to: at, items: [] }));
    if (added) open.items.push(...value);
    else open.to = at += value.length;
  }
  return found;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
