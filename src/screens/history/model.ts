import type { Recorded } from '../../core/journal/change.js';
import type { Preview } from './preview.js';

/** What the history shows. */
export interface HistoryView {
  /** Newest first. */
  changes: readonly Recorded[];
  /** The row under the cursor, and the first that is seen. */
  at: number;
  first: number;
  /** What the change of that id did; null until it is read. */
  preview: (Preview & { id: string }) | null;
  /** First line of it that is seen. */
  scrolled: number;
}
