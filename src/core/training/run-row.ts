import type { RunState } from './run-state.js';

/** A run as lists show it. */
export interface RunRow {
  id: string;
  /** Absolute path of its workspace. */
  workspace: string;
  /** ISO time. */
  created: string;
  /** Name of the recording that it plays; null for a real trainer. */
  recording: string | null;
  state: RunState;
}

/** Does the trainer of this run still work, as far as is known? */
export function isLive(row: RunRow): boolean {
  return row.state.outcome === null && row.state.phase !== 'ended';
}
