/** How a training is divided. */
export interface Steps {
  batchesPerEpoch: number;
  stepsPerEpoch: number;
  epochs: number;
  totalSteps: number;
}

/** What the settings say of it. */
export interface StepSettings {
  /** `max_train_epochs`; null when steps count. */
  epochs: number | null;
  /** `max_train_steps`, which epochs overrule. */
  steps: number;
  /** `gradient_accumulation_steps`. */
  accumulation: number;
  /** Processes that share the batches, as many as GPUs. */
  processes: number;
}

/** The trainer's own arithmetic: a step that begins in one epoch ends with it. */
export function countSteps(batchesPerEpoch: number, { epochs, steps, accumulation, processes }: StepSettings): Steps {
  const stepsPerEpoch = Math.ceil(Math.ceil(batchesPerEpoch / processes) / accumulation);
  const totalSteps = epochs === null ? steps : epochs * stepsPerEpoch;
  return { batchesPerEpoch, stepsPerEpoch, epochs: Math.ceil(totalSteps / stepsPerEpoch), totalSteps };
}
