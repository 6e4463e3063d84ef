import type { ViewKey } from '../deck/deck.js';

export interface ChecksView {
  /** Row among the findings. */
  at: number;
  first: number;
  /** Row among the images of the finding. */
  image: number;
  /** The pane that has the keys. */
  focus: 'findings' | 'images';
}

export const checksView: ViewKey<ChecksView> = {
  name: 'checks',
  initial: () => ({ at: 0, first: 0, image: 0, focus: 'findings' }),
};
