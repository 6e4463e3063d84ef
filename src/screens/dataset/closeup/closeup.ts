import type { Viewport } from './viewport.js';

/** Looking closely, in the place of the grid or the list: at the picture under the cursor, or at two beside each other. */
export type Closeup = Zoom | Comparison;

export interface Zoom {
  kind: 'zoom';
  view: Viewport;
}

export interface Comparison {
  kind: 'compare';
  /** Ids of the two pictures: A and B. */
  pictures: readonly [number, number];
  /** Which of them the keys turn and mark: 0 = A. */
  side: 0 | 1;
  /** What is seen of the one that it was chosen on; of the other one it is the same part. */
  view: Viewport;
  chosenOn: 0 | 1;
}
