import { explainSignal } from './causes.js';
import { lastSaveSeen } from './reduce.js';
import type { Memory } from './memory.js';
import type { Checkpoint, Outcome, RunError, RunState } from './run-state.js';
import { isPassed, placeSave } from './saves.js';

/**
 * A run state with what only its end can prove: a save line after which the output stopped. `conclude` takes it into
 * `checkpoints` when the trainer ended well.
 */
export interface ReadState extends RunState {
  unproven: Checkpoint | null;
}

/** The state that the memory amounts to: a fresh object, whose lists are its own. */
export function snapshot(memory: Memory): ReadState {
  const outcome = outcomeOf(memory);
  const placed = memory.saves.map((save) => placeSave(save, memory.saves, memory));
  const last = memory.saves.at(-1);
  const complete =
    memory.modelSaved || lastSaveSeen(memory) || (last !== undefined && isPassed(last, memory.saves, memory));
  const proven = complete ? placed.length : memory.proven;
  return {
    outcome,
    phase: outcome === null ? memory.phase : 'ended',
    step: memory.step,
    total_steps: memory.total_steps,
    epoch: memory.epoch,
    total_epochs: memory.total_epochs,
    batches_per_epoch: memory.batches_per_epoch,
    train_images: memory.train_images,
    reg_images: memory.reg_images,
    average_loss: memory.average_loss,
    nan: memory.nan,
    key_norm: memory.key_norm,
    keys_scaled: memory.keys_scaled,
    validation_loss: memory.validation_loss,
    seconds_per_step: memory.seconds_per_step,
    elapsed_s: memory.elapsed_s,
    eta_s: memory.eta_s,
    last_output_s: null,
    checkpoints: placed.slice(0, proven),
    removed: [...memory.removed],
    states: [...memory.states],
    // The trainer names no sample file in its output; the run's folder does.
    samples: [],
    error: errorOf(memory, outcome),
    warnings: [...memory.warnings],
    unproven: proven < placed.length ? (placed[proven] ?? null) : null,
  };
}

/** How the run ended, as far as its text alone says it. */
function outcomeOf(memory: Memory): Outcome | null {
  if (memory.modelSaved) return 'finished';
  if (memory.noData !== null) return 'no-data';
  if (memory.interrupted || memory.signal === 'SIGINT') return 'interrupted';
  if (memory.signal === 'SIGKILL' || memory.signal === 'SIGTERM' || memory.signal === 'SIGHUP') return 'killed';
  if (memory.fault !== null || memory.exitReported || memory.signal !== null) return 'failed';
  return lastSaveSeen(memory) ? 'finished' : null;
}

function errorOf(memory: Memory, outcome: Outcome | null): RunError | null {
  if (outcome === 'failed') return memory.fault ?? (memory.signal === null ? null : explainSignal(memory.signal));
  if (outcome === 'no-data' && memory.noData !== null) {
    return {
      type: 'no-data',
      message: memory.noData,
      cause: 'The image folder given to the trainer holds no folder named “repeats_name” with images in it.',
      advice: 'Give it the folder that holds the “repeats_name” folders, not one of these (W01).',
    };
  }
  return null;
}
