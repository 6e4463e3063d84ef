import type { RunState } from '../../../src/core/training/run-state.js';
import type { Mode } from './recordings.js';

export type Field = keyof RunState | 'series';

interface Exception {
  name: string;
  mode: Mode;
  field: Field;
  /** What is read in place of the truth. */
  value: unknown;
  why: string;
}

const LOST = 'standard output is block-buffered on a pipe: its save lines died with the trainer';
const CUT = 'the bar in 40 columns is cut before the loss';

/** What the recorded bytes do not hold, so that the reader must not state it. */
const EXCEPTIONS: Exception[] = [
  { name: 'l_sigkill_group', mode: 'pipe', field: 'checkpoints', value: [], why: LOST },
  { name: 'l_sigkill_trainer', mode: 'pipe', field: 'checkpoints', value: [], why: LOST },
  { name: 'l_sigterm_group', mode: 'pipe', field: 'checkpoints', value: [], why: LOST },
  { name: 'l_sigterm_launcher', mode: 'pipe', field: 'checkpoints', value: [], why: LOST },
  { name: 'm_rich_tiny_40', mode: 'pty', field: 'average_loss', value: null, why: CUT },
  { name: 'm_rich_tiny_40', mode: 'pty', field: 'series', value: { step: [], average_loss: [] }, why: CUT },
];

const SILENT = 'launcher and trainer were ended by a signal and print nothing; only the wait status tells';

/** The runs of whose end the text says nothing; their outcome comes from the exit status alone. */
const TEXT_WITHOUT_END: { name: string; mode: Mode; why: string }[] = [
  { name: 'l_sigkill_group', mode: 'pipe', why: SILENT },
  { name: 'l_sigkill_group', mode: 'pty', why: SILENT },
  { name: 'l_sigterm_group', mode: 'pipe', why: SILENT },
  { name: 'l_sigterm_group', mode: 'pty', why: SILENT },
  { name: 'l_sigterm_launcher', mode: 'pipe', why: SILENT },
  { name: 'l_sigterm_launcher', mode: 'pty', why: SILENT },
  {
    name: 'm_console_log_file',
    mode: 'pipe',
    why: '`model saved.` went to the log file, and the buffered save line comes after the bar was closed',
  },
];

export function exceptionsFor(name: string, mode: Mode): Exception[] {
  return EXCEPTIONS.filter((exception) => exception.name === name && exception.mode === mode);
}

export function textHoldsEnd(name: string, mode: Mode): boolean {
  return !TEXT_WITHOUT_END.some((run) => run.name === name && run.mode === mode);
}
