import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ColumnName, Sort } from './columns.js';

/** What a person chose with keys and finds again next time, on whatever workspace. */
export interface Preferences {
  /** How Dataset shows the images. */
  mode: 'grid' | 'list';
  /** Index into the sizes of tiles; null = what suits the terminal. */
  tile: number | null;
  /** The columns of the list, in order. */
  columns: readonly ColumnName[];
  sort: Sort | null;
  /** Name of the theme; null = not chosen. */
  theme: string | null;
  /** Name of the picture driver, and how much is spent on pictures; null = not chosen. */
  images: string | null;
  quality: string | null;
  /** Is what the trainer reads shown on Tags? */
  eye: boolean;
}

export const defaultPreferences: Preferences = {
  mode: 'grid',
  tile: null,
  columns: ['mark', 'finding', 'name', 'pixels', 'format', 'tags', 'caption'],
  sort: null,
  theme: null,
  images: null,
  quality: null,
  eye: true,
};

/** The preferences of the session that runs; what is set here is kept by `keepPreferences`. */
export type PreferencesStore = StoreApi<Preferences>;

/** Preferences that live in memory alone. */
export function createPreferences(start: Partial<Preferences> = {}): PreferencesStore {
  return createStore<Preferences>(() => ({ ...defaultPreferences, ...start }));
}
