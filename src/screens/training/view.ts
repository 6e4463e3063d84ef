import type { Session } from '../../core/session/session.js';
import type { RunRow } from '../../core/training/run-row.js';
import type { ViewKey } from '../deck/deck.js';
import type { LogText } from './log-file.js';

export type TrainingFocus = 'runs' | 'saves' | 'log';

export interface TrainingView {
  /** Id of the run that is shown; null = the newest. An id, so that a run that comes does not move the cursor. */
  run: string | null;
  /** First row of the list of runs that is seen. */
  first: number;
  /** The pane that has the keys. */
  focus: TrainingFocus;
  /** Row among the saves; null = the newest one, whichever comes. */
  save: number | null;
  /** True while the log fills the place of curve and saves. */
  wholeLog: boolean;
  /** First line of the log that is seen; null = its end, as it grows. */
  logAt: number | null;
  /** What was read of the log of the run that is shown. */
  log: LogText | null;
}

export const trainingView: ViewKey<TrainingView> = {
  name: 'training',
  initial: () => ({ run: null, first: 0, focus: 'runs', save: null, wholeLog: false, logAt: null, log: null }),
};

/** The run that is shown, and its row in the list. */
export function shownRun({ runs }: Pick<Session, 'runs'>, view: Pick<TrainingView, 'run'>): { row: RunRow | null; index: number } {
  const index = Math.max(0, runs.findIndex(({ id }) => id === view.run));
  return { row: runs[index] ?? null, index };
}
