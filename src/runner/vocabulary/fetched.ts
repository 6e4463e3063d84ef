import type { Format, Holds } from '../../core/vocabulary/import/shape.js';
import type { Taken } from '../../core/vocabulary/import/take.js';

/** How far fetching is. */
export interface FetchProgress {
  what: Holds;
  done: number;
  /** Null where the site does not say how much there is. */
  total: number | null;
  unit: 'bytes' | 'rows';
}

export type TellFetch = (progress: FetchProgress) => void;

/** A list that was fetched. */
export interface Fetched {
  what: Holds;
  /** Where it lies on this machine. */
  path: string;
  from: string;
}

/** A list that was read, for those who want to know what was taken. */
export interface ReadFetched {
  from: string;
  format: Format;
  holds: Holds;
  taken: Taken;
}
