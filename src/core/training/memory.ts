import type { RunError, RunState, Series } from './run-state.js';
import { isPassed, placeSave, type Course, type Save } from './saves.js';

/** What is shown as it is remembered. */
type Shown = 'phase' | 'total_steps' | 'train_images' | 'reg_images' | 'average_loss' | 'nan' | 'key_norm' | 'keys_scaled'
  | 'validation_loss' | 'seconds_per_step' | 'elapsed_s' | 'eta_s' | 'removed' | 'states' | 'warnings';

/** What the reduction remembers between events; `run-state.ts` is the part of it that is shown. */
export interface Memory extends Course, Pick<RunState, Shown> {
  epochStarts: Map<number, number>;
  saves: Save[];
  /** How many of `saves`, from the first on, are known to be complete. */
  proven: number;
  /** Log records that may name the cause of an exception that says little itself. */
  notes: string[];
  series: Series;
  modelSaved: boolean;
  /** The training bar was drawn again after the last save and without an error: the trainer left its loop. */
  barClosed: boolean;
  noData: string | null;
  interrupted: boolean;
  /** The signal that the launcher says the trainer died of. */
  signal: string | null;
  /** The launcher says that the trainer failed. */
  exitReported: boolean;
  fault: RunError | null;
}

/** What is known before the first byte. */
export function createMemory(): Memory {
  return {
    phase: 'starting',
    step: null,
    epoch: null,
    total_epochs: null,
    total_steps: null,
    batches_per_epoch: null,
    accumulation: null,
    firstEpoch: null,
    epochStarts: new Map(),
    train_images: null,
    reg_images: null,
    average_loss: null,
    nan: false,
    key_norm: null,
    keys_scaled: null,
    validation_loss: null,
    seconds_per_step: null,
    elapsed_s: null,
    eta_s: null,
    saves: [],
    proven: 0,
    removed: [],
    states: [],
    warnings: [],
    notes: [],
    series: { step: [], average_loss: [] },
    modelSaved: false,
    barClosed: false,
    noData: null,
    interrupted: false,
    signal: null,
    exitReported: false,
    fault: null,
  };
}

/**
 * A log may hold several runs of the trainer, one behind the other (a restart on a cluster appends): a new training bar
 * begins a new run. Files that were saved stay listed.
 */
export function restart(memory: Memory): void {
  const { phase, removed, states, warnings, notes } = memory;
  const { train_images, reg_images, batches_per_epoch, total_epochs, total_steps, accumulation } = memory;
  const last = memory.saves.at(-1);
  const whole = memory.modelSaved || (last !== undefined && isPassed(last, memory.saves, memory));
  // A save that the earlier run did not live to complete is none; the others belong where they are, whatever comes.
  const saves = memory.saves
    .slice(0, whole ? undefined : memory.proven)
    .map((save) => ({ ...save, placed: placeSave(save, memory.saves, memory) }));
  Object.assign(memory, createMemory());
  Object.assign(memory, { phase, saves, proven: saves.length, removed, states, warnings, notes });
  Object.assign(memory, { train_images, reg_images, batches_per_epoch, total_epochs, total_steps, accumulation });
}
