import type { Picture } from '../../core/dataset/model.js';
import type { Region } from '../../terminal/images/driver.js';

/** Puts pictures into the holes of the layout. */
export interface Pictures {
  /** A number for a hole that no other one has. */
  open(): number;
  close(hole: number): void;
  /**
   * Shows a picture in a hole of `width` × `height` cells: at once when it was decoded before, else as soon as it is, and
   * not before `restMs` have passed, so that a cursor that runs through the set decodes nothing. What the hole showed
   * stays until then. With a `region` only that part is decoded and shown, at the detail that the terminal has.
   */
  show(hole: number, picture: Picture | null, width: number, height: number, restMs?: number, region?: Region): void;
  /** The pixels that a picture in `width` × `height` cells is drawn with; the cells' own where none is drawn. */
  pixels(width: number, height: number): { width: number; height: number };
  /** The text that marks the hole's cells in the layout. */
  text(hole: number, width: number, height: number): string;
}
