import type { ViewKey } from '../../deck/deck.js';

export interface EyeView {
  /** The number of the first draw that is shown, from 0. */
  draw: number;
  /** Tokens can be counted. */
  counts: boolean;
}

export const eyeView: ViewKey<EyeView> = { name: 'eye', initial: () => ({ draw: 0, counts: false }) };
