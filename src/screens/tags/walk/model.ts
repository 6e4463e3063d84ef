import type { ViewKey } from '../../deck/deck.js';

/** Images gone through one by one (T05), with the tags of the set on letters. */
export interface Walk {
  /** The tags as they were when the walk began, so that a letter stays with its tag. */
  palette: readonly string[];
  /** The first of them that is seen. */
  first: number;
  /** The slot (T05) whose names are on the letters; null when it is the tags of the set. */
  slot: number | null;
}

/** Which images were gone through. */
export interface Walked {
  /** The workspace that it was read from. */
  root: string | null;
  keys: ReadonlySet<string>;
}

export const walkedView: ViewKey<Walked> = { name: 'walked', initial: () => ({ root: null, keys: new Set() }) };
