/**
 * How far a key moves in a text or list that is only looked at: lines down, or up when negative; ±Infinity goes to an end.
 * Null for a key that moves nothing.
 *
 * @param page lines that are seen at once
 */
export function scrollKey(key: string, page: number): number | null {
  const most = Math.max(1, page - 1);
  const half = Math.max(1, Math.floor(page / 2));
  const steps: Readonly<Record<string, number>> = {
    j: 1,
    down: 1,
    k: -1,
    up: -1,
    space: most,
    pagedown: most,
    'ctrl-f': most,
    pageup: -most,
    'ctrl-b': -most,
    'ctrl-d': half,
    'ctrl-u': -half,
    g: -Infinity,
    home: -Infinity,
    G: Infinity,
    end: Infinity,
  };
  return Object.hasOwn(steps, key) ? (steps[key] ?? null) : null;
}
