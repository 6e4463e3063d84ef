import type { Picture } from '../../core/dataset/model.js';

/** Puts pictures into the holes of the layout. */
export interface Pictures {
  /** A number for a hole that no other one has. */
  open(): number;
  close(hole: number): void;
  /**
   * Shows a picture in a hole of `width` × `height` cells: at once when it was decoded before, else as soon as it is, and
   * not before `restMs` have passed, so that a cursor that runs through the set decodes nothing.
   */
  show(hole: number, picture: Picture | null, width: number, height: number, restMs?: number): void;
  /** The text that marks the hole's cells in the layout. */
  text(hole: number, width: number, height: number): string;
}
