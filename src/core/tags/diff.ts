/** A tag in a diff. `moved`: it is in both, but not in the same order among the others. */
export interface TagState {
  tag: string;
  state: 'kept' | 'added' | 'removed' | 'moved';
}

/**
 * Compares two lists of tags for display: the tags after in their order, the removed ones where they stood. Another
 * spelling of a tag shows as one removed and one added, as the bytes do change.
 */
export function diffTags(before: readonly string[], after: readonly string[]): TagState[] {
  const kept = longestCommon(before, after);
  const missing = countOf(before, after);
  const fresh = countOf(after, before);
  const result: TagState[] = [];
  let from = 0;
  // A tag that moved is shown once, at its new place; the surplus of one side is removed or added.
  const passUntil = (end: number) => {
    for (; from < end; from++) {
      const tag = before[from] ?? '';
      if (take(missing, tag)) result.push({ tag, state: 'removed' });
    }
  };
  for (const [at, tag] of after.entries()) {
    const match = kept.get(at);
    if (match !== undefined) {
      passUntil(match);
      from = match + 1;
      result.push({ tag, state: 'kept' });
    } else {
      result.push({ tag, state: take(fresh, tag) ? 'added' : 'moved' });
    }
  }
  passUntil(before.length);
  return result;
}

/** How many of each tag `a` has more than `b`. */
function countOf(a: readonly string[], b: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of a) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  for (const tag of b) counts.set(tag, (counts.get(tag) ?? 0) - 1);
  return counts;
}

function take(counts: Map<string, number>, tag: string): boolean {
  const count = counts.get(tag) ?? 0;
  if (count <= 0) return false;
  counts.set(tag, count - 1);
  return true;
}

/** Longest common subsequence: index in `after` → index in `before`. */
function longestCommon(before: readonly string[], after: readonly string[]): Map<number, number> {
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const below = (a + 1) * width + b;
      length[a * width + b] =
        before[a] === after[b] ? (length[below + 1] ?? 0) + 1 : Math.max(length[below] ?? 0, length[a * width + b + 1] ?? 0);
    }
  }
  const pairs = new Map<number, number>();
  for (let a = 0, b = 0; a < before.length && b < after.length; ) {
    if (before[a] === after[b]) pairs.set(b++, a++);
    else if ((length[(a + 1) * width + b] ?? 0) >= (length[a * width + b + 1] ?? 0)) a++;
    else b++;
  }
  return pairs;
}
