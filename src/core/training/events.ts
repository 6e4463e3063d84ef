/** What the trainer's output says, one event for each thing it says. The run state is a reduction of these. */

/** Which pipe the bytes came through; `both` = one pseudo-terminal or one log in which the two are already mixed. */
export type Stream = 'out' | 'err' | 'both';

/** A loss as printed. `nan` stands for every value that is no finite number. */
export type Loss = number | 'nan';

/** The plan that the trainer prints before the first step, and its bar's total. */
export type PlanField =
  | 'train_images'
  | 'reg_images'
  | 'batches_per_epoch'
  | 'total_epochs'
  | 'total_steps'
  | 'accumulation';

/**
 * A frame of the training bar. Null = the frame does not hold it (no postfix yet, or cut by a narrow terminal).
 * A step has usually two frames, the first one still with the loss of the step before: the last frame counts.
 */
export interface StepEvent {
  kind: 'step';
  step: number;
  total: number | null;
  average_loss: Loss | null;
  key_norm: number | null;
  keys_scaled: number | null;
  seconds_per_step: number | null;
  elapsed_s: number | null;
  eta_s: number | null;
}

/** A frame of any other bar: caching, sampling, validation (`values` holds what follows the rate, as printed). */
export interface BarEvent {
  kind: 'bar';
  label: string;
  done: number;
  total: number | null;
  values: Record<string, string>;
}

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';

export type TrainerEvent =
  | StepEvent
  | BarEvent
  | { kind: 'plan'; field: PlanField; value: number }
  /** 1-based. `total` is null where only the data loader says it. */
  | { kind: 'epoch'; epoch: number; total: number | null }
  /** Printed before the file is written: no proof that the save was completed. */
  | { kind: 'save'; path: string }
  | { kind: 'removed'; what: 'checkpoint' | 'state'; path: string }
  | { kind: 'state'; path: string; done: boolean }
  | { kind: 'sampling' }
  | { kind: 'work'; what: 'loading' | 'caching' }
  | { kind: 'record'; level: LogLevel; text: string }
  | { kind: 'model-saved' }
  | { kind: 'no-data'; message: string }
  /** The trainer refuses its arguments without raising: `source` names who says it. */
  | { kind: 'refused'; source: string; message: string }
  /** The last line of a traceback. `launcher` = it is accelerate's own, which only reports the trainer's end. */
  | { kind: 'exception'; type: string; message: string; launcher: boolean };
