import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ground } from '../parts/palettes.js';
import { wear } from '../parts/theme.js';

/** How the program looks and is handled, as the person wants it; all of it may change while it runs. */
export interface Look extends Ground {
  /** Does the program take the mouse? While it does, the terminal's own marking of text needs shift. */
  mouse: boolean;
}

/** The look as it begins. Its colours are in force at once, and after every change before anything is drawn. */
export function createLook(start: Partial<Look> = {}): StoreApi<Look> {
  const look = createStore<Look>(() => ({ theme: 'auto', background: null, colorless: false, mouse: true, ...start }));
  wear(look.getState());
  look.subscribe(wear);
  return look;
}
