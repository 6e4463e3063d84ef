import type { TextField } from '../parts/text-field.js';
import type { ViewKey } from '../deck/deck.js';

export interface DatasetView {
  mode: 'grid' | 'list';
  /** Index into the tile sizes; null = what suits the terminal. */
  tile: number | null;
  /** First row that is seen, of tiles or of the list. */
  first: number;
  /** The filter line while it is edited; null otherwise. */
  editing: TextField | null;
}

export const datasetView: ViewKey<DatasetView> = {
  name: 'dataset',
  initial: () => ({ mode: 'grid', tile: null, first: 0, editing: null }),
};
