import type { FrequencyKind, FrequencyOrder } from '../../../core/tags/frequencies.js';
import type { ViewKey } from '../../deck/deck.js';
import type { TextField } from '../../parts/text-field.js';

export interface FrequenciesView {
  /** Is the list shown? It is remembered where it was when it is opened again. */
  open: boolean;
  at: number;
  first: number;
  order: FrequencyOrder;
  kind: FrequencyKind;
  /** Only tags with this text in them. */
  text: string;
  /** The text while it is typed. */
  typing: TextField | null;
  /** What Dataset showed before the images of a tag were looked at there, and the filter that took its place. */
  before: { filter: string; folder: string | null; ours: string } | null;
}

export const frequenciesView: ViewKey<FrequenciesView> = {
  name: 'frequencies',
  initial: () => ({ open: false, at: 0, first: 0, order: 'most', kind: 'all', text: '', typing: null, before: null }),
};
