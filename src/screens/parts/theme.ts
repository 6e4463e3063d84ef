import { paletteFor, palettes, type Ground, type Theme } from './palettes.js';

/** The colours in force. They change while the program runs, so they are read where something is drawn and kept nowhere. */
export const theme: Theme = { ...palettes.dark };

/** Takes the colours of a choice from now on; what is on the screen must be drawn anew. */
export function wear(ground: Ground): void {
  Object.assign(theme, palettes[paletteFor(ground)]);
}

export type Tone = 'error' | 'warn' | 'info' | 'good';

/** The sign that stands beside a level. */
export const signs = { error: '✗', warn: '▲', info: '·', good: '✓' } as const;
