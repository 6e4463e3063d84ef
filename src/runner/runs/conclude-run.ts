import { conclude } from '../../core/training/conclude.js';
import type { RunState } from '../../core/training/run-state.js';
import type { EngineStatus } from '../engines/engine.js';
import type { StopMark } from './stop-mark.js';

/**
 * Adds to what the output says what only the runner knows: whether the trainer still runs, its exit code, and the
 * stop that a person asked for.
 * @param mtimeMs when the log was last written to; null when there is none
 */
export function concludeRun(state: RunState, status: EngineStatus, mark: StopMark | null, mtimeMs: number | null): RunState {
  const last_output_s = mtimeMs === null ? null : Math.max(0, (Date.now() - mtimeMs) / 1000);
  if (status.state === 'ended') return { ...conclude(state, { exit: status.exit }), last_output_s };
  if (status.state === 'gone') {
    // A killed group leaves no exit code, as its script dies with it; the mark tells it from a machine that went down.
    const signal = mark?.signal === 'kill' ? 'SIGKILL' : undefined;
    return { ...conclude(state, { exit: null, signal, gone: true }), last_output_s };
  }
  // The output may say the end already while the process still has seconds of work with leaving.
  const phase = mark || state.phase === 'ended' ? 'stopping' : state.phase;
  return { ...state, outcome: null, phase, last_output_s };
}
