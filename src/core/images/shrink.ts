import type { Pixels } from './bmp-pixels.js';

/** The size in which something of `width` × `height` fits a room, whole. */
export function fitted({ width, height }: { width: number; height: number }, room: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Makes a small picture smaller: each pixel is the mean of what it covers. For some hundred pixels that is done long before the image
 * library has begun.
 */
export function shrink({ data, width, height }: Pixels, to: { width: number; height: number }): Pixels {
  const small = new Uint8Array(to.width * to.height * 3);
  const columns = spans(width, to.width);
  const rows = spans(height, to.height);
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      let [red, green, blue] = [0, 0, 0];
      for (const { at: fromY, share: shareY } of row) {
        for (const { at: fromX, share: shareX } of column) {
          const share = shareX * shareY;
          const from = (fromY * width + fromX) * 3;
          red += share * (data[from] ?? 0);
          green += share * (data[from + 1] ?? 0);
          blue += share * (data[from + 2] ?? 0);
        }
      }
      small.set([red + 0.5, green + 0.5, blue + 0.5], (y * to.width + x) * 3);
    }
  }
  return { data: small, ...to };
}

/** What each pixel of a side of `to` covers of a side of `from`, in shares that add up to 1. */
function spans(from: number, to: number): { at: number; share: number }[][] {
  const each = from / to;
  return Array.from({ length: to }, (_, i) => {
    const [start, end] = [i * each, Math.min(from, (i + 1) * each)];
    const covered: { at: number; share: number }[] = [];
    for (let at = Math.floor(start); at < end; at++) covered.push({ at, share: (Math.min(end, at + 1) - Math.max(start, at)) / (end - start) });
    return covered;
  });
}
