/** What a run is doing and how it ended: the contract that `watch --json` prints and the Training screen shows. */

export type Outcome = 'finished' | 'failed' | 'interrupted' | 'killed' | 'no-data' | 'vanished';

export type Phase =
  | 'starting'
  | 'loading'
  | 'caching'
  | 'training'
  | 'sampling'
  | 'validating'
  | 'saving'
  | 'stopping'
  | 'ended';

/** A completed save. `epoch` is 1-based; `step` is the bar's count at the save. Null = the text does not say. */
export interface Checkpoint {
  file: string;
  epoch: number | null;
  step: number | null;
}

/** Why a run failed: the first real exception, its cause in a sentence, and what to change. */
export interface RunError {
  type: string;
  message: string;
  cause: string | null;
  advice: string | null;
}

/** The loss curve: equally long, one row a finished step. */
export interface Series {
  step: number[];
  average_loss: (number | 'nan')[];
}

/** What the output does not hold is null, never guessed. Names are the JSON contract's, hence the underscores. */
export interface RunState {
  outcome: Outcome | null;
  phase: Phase;
  /** The bar's own count; after a resume it starts at 0 again. */
  step: number | null;
  total_steps: number | null;
  /** 1-based. */
  epoch: number | null;
  total_epochs: number | null;
  batches_per_epoch: number | null;
  /** The trainer's "num train images * repeats". */
  train_images: number | null;
  reg_images: number | null;
  /** Moving average over the last epoch's worth of steps. */
  average_loss: number | 'nan' | null;
  nan: boolean;
  key_norm: number | null;
  keys_scaled: number | null;
  validation_loss: number | null;
  seconds_per_step: number | null;
  elapsed_s: number | null;
  eta_s: number | null;
  /** Seconds since the last byte of output; null for a bare file. */
  last_output_s: number | null;
  /** Every completed save, also those removed later. */
  checkpoints: Checkpoint[];
  /** File names that the trainer removed. */
  removed: string[];
  states: string[];
  samples: string[];
  error: RunError | null;
  warnings: string[];
}
