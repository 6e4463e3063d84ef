/** Lines that a notch of the wheel moves a text by. */
export const wheelLines = 3;

/**
 * Where a list of `count` rows begins when `height` rows are seen: the window moves only as far as the cursor asks, with
 * `margin` rows kept around it.
 *
 * @returns the first row to show
 */
export function scrollTo(first: number, cursor: number, count: number, height: number, margin = 2): number {
  const room = Math.min(margin, Math.max(0, Math.floor((height - 1) / 2)));
  let start = first;
  if (cursor < start + room) start = cursor - room;
  if (cursor > start + height - 1 - room) start = cursor - height + 1 + room;
  return Math.max(0, Math.min(start, count - height));
}

/** A cursor moved by `delta` and held inside `count` rows. */
export function move(cursor: number, delta: number, count: number): number {
  return Math.max(0, Math.min(count - 1, cursor + delta));
}
