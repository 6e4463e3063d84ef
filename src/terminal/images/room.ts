import type { CellRoom, DrawSetting, PictureData } from './driver.js';

/**
 * The pixels of a room, made smaller by the same factor on both sides where one of them has more than `most`: the terminal
 * makes the picture larger again.
 */
export function pixelsOf({ columns, rows }: CellRoom, { cell }: DrawSetting, most = Infinity): { width: number; height: number } {
  const width = columns * cell.width;
  const height = rows * cell.height;
  const factor = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The whole cells that a picture takes when it fills the room and keeps its shape. */
export function cellsOf({ width, height }: Pick<PictureData, 'width' | 'height'>, { columns, rows }: CellRoom, { cell }: DrawSetting): { width: number; height: number } {
  const factor = Math.min((columns * cell.width) / width, (rows * cell.height) / height);
  const whole = (pixels: number, of: number, most: number): number => Math.max(1, Math.min(most, Math.ceil((pixels * factor) / of - 0.05)));
  return { width: whole(width, cell.width, columns), height: whole(height, cell.height, rows) };
}
