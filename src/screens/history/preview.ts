import type { Change } from '../../core/journal/change.js';
import { counted } from '../../core/words.js';
import { diffLines, type DiffRow } from '../parts/diff.js';

/** So many files of a change are compared for the preview. */
const compared = 200;

/** The lines of a change for a look in passing. */
export interface Preview {
  rows: readonly DiffRow[];
  /** What is left out or cannot be shown, in one sentence; empty when nothing is. */
  note: string;
}

export function previewOf(change: Change | null): Preview {
  if (!change) return { rows: [], note: 'What it did is no longer kept.' };
  const left = change.entries.length - compared;
  return { rows: diffLines({ ...change, entries: change.entries.slice(0, compared) }), note: left > 0 ? `and ${counted(left, 'more file')}` : '' };
}
