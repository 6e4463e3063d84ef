import type { ReactNode } from 'react';

/** The cells that an overlay may use. */
export interface Room {
  columns: number;
  rows: number;
}

/** A dialog, prompt or page over the screen. The topmost one gets every key. */
export interface Overlay {
  name: string;
  /** What its keys do, for the key line; most dialogs say it in their own border. */
  keys?: readonly { key: string; word: string }[];
  /** The key that takes the last change back while it is there; `u` without it. */
  undoKey?: string;
  /** Draws it; null when the screen itself shows what the overlay edits (the filter line). */
  render(room: Room): ReactNode;
  key(name: string): void;
  paste?(text: string): void;
}
