import type { Outcome, RunState } from './run-state.js';
import type { ReadState } from './snapshot.js';

/** What is known of the trainer's process. */
export interface ProcessEnd {
  /** Its exit code; null when it is not known or the process still runs. */
  exit: number | null;
  /** The signal it died of, as `SIGTERM`. */
  signal?: string | null;
  /** The process is no longer there, and left no exit code. */
  gone?: boolean;
}

const SIGNALS: Record<number, string> = { 1: 'SIGHUP', 2: 'SIGINT', 9: 'SIGKILL', 15: 'SIGTERM' };

/**
 * The state with what the process's end proves. The text goes before the exit code: accelerate exits with 1 for a
 * trainer that was killed, and with 0 for one that found no data. A shell's 128 + n counts as signal n.
 */
export function conclude(state: RunState, end: ProcessEnd): RunState {
  const signal = end.signal ?? (end.exit !== null && end.exit > 128 ? (SIGNALS[end.exit - 128] ?? null) : null);
  if (end.exit === null && signal === null) {
    return end.gone === true ? ended(state, state.outcome ?? 'vanished') : state;
  }
  if (state.outcome !== null) return ended(state, state.outcome);
  if (signal === 'SIGINT') return ended(state, 'interrupted');
  if (signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGHUP') return ended(state, 'killed');
  if (end.exit !== 0) return ended(state, 'failed');
  // Nothing was trained: the reason may be in a file that --console_log_file names.
  if (state.step === null) return ended(state, 'no-data');
  const last = (state as Partial<ReadState>).unproven ?? null;
  if (last === null) return ended(state, 'finished');
  const whole = { ...state, checkpoints: [...state.checkpoints, last], unproven: null };
  return ended(whole, 'finished');
}

function ended(state: RunState, outcome: Outcome): RunState {
  return { ...state, outcome, phase: 'ended' };
}
