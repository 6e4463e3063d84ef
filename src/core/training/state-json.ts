import type { RunState, Series } from './run-state.js';

/**
 * The run state as the commands print it: the contract's fields in the contract's order, nothing else; with `series`
 * when the caller asks for the loss curve.
 */
export function stateToJson(state: RunState, series?: Series): RunState & { series?: Series } {
  return {
    outcome: state.outcome,
    phase: state.phase,
    step: state.step,
    total_steps: state.total_steps,
    epoch: state.epoch,
    total_epochs: state.total_epochs,
    batches_per_epoch: state.batches_per_epoch,
    train_images: state.train_images,
    reg_images: state.reg_images,
    average_loss: state.average_loss,
    nan: state.nan,
    key_norm: state.key_norm,
    keys_scaled: state.keys_scaled,
    validation_loss: state.validation_loss,
    seconds_per_step: state.seconds_per_step,
    elapsed_s: state.elapsed_s,
    eta_s: state.eta_s,
    last_output_s: state.last_output_s,
    checkpoints: state.checkpoints.map(({ file, epoch, step }) => ({ file, epoch, step })),
    removed: state.removed,
    states: state.states,
    samples: state.samples,
    error: state.error,
    warnings: state.warnings,
    ...(series && { series: { step: series.step, average_loss: series.average_loss } }),
  };
}
