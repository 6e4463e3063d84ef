import type { Cell } from '../cell.js';

/**
 * A picture as a driver drew it, ready for the image layer. Two pictures with the same key are taken to look the same.
 * Sizes are in cells.
 */
export type TerminalImage = CellImage | Graphic;

interface Sized {
  /** Columns. */
  width: number;
  /** Rows. */
  height: number;
  key: string;
}

/** A picture made of cells: half blocks, or placeholders of a picture that was uploaded to the terminal. */
export interface CellImage extends Sized {
  /** The cell at a column and a row, both from 0 and inside of the picture. */
  cells: (x: number, y: number) => Cell;
  /** What the terminal must have before the cells mean anything; absent for cells that stand by themselves. */
  upload?: Upload;
}

/** A picture that is one sequence, drawn with the cursor at its top left cell; text written over it erases it there. */
export interface Graphic extends Sized {
  draw: string;
}

/** A picture that is sent once, shown by its cells wherever they stand, and freed when nobody has shown it for long. */
export interface Upload {
  id: number;
  /** Sequences to send in order. Text may go between them, another upload may not. */
  chunks: readonly string[];
  /** Ends it when only some of those were sent; of no effect when all were, or none. */
  end: string;
  /** The sequence that frees it in the terminal. */
  free: string;
}

/** Is it one sequence, and not cells? */
export function isGraphic(image: TerminalImage): image is Graphic {
  return 'draw' in image;
}

/** About how much memory a drawn picture takes, in bytes; none for no picture. */
export function bytesOf(image: TerminalImage | null | undefined): number {
  if (!image) return 0;
  if (isGraphic(image)) return image.draw.length;
  const upload = image.upload?.chunks.reduce((sum, chunk) => sum + chunk.length, 0) ?? 0;
  return image.width * image.height * 8 + upload;
}
