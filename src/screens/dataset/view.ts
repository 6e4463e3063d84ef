import type { TextField } from '../parts/text-field.js';
import type { ViewKey } from '../deck/deck.js';
import type { Closeup } from './closeup/closeup.js';

export interface DatasetView {
  /** First row that is seen, of tiles or of the list. */
  first: number;
  /** The filter line while it is edited; null otherwise. */
  editing: TextField | null;
  /** One picture or two at full detail, in the place of everything else; null otherwise. */
  closeup: Closeup | null;
}

export const datasetView: ViewKey<DatasetView> = {
  name: 'dataset',
  initial: () => ({ first: 0, editing: null, closeup: null }),
};
