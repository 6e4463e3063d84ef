import type { RunState } from '../core/training/run-state.js';
import { duration } from '../core/words.js';

/** What a run is doing, in one line for a person: `training  epoch 3/10  step 97/400  loss 1.05  0.17 s/step`. */
export function runLine(state: RunState): string {
  const parts: string[] = [state.outcome ?? state.phase];
  if (state.epoch !== null) parts.push(`epoch ${state.epoch}${of(state.total_epochs)}`);
  if (state.step !== null) parts.push(`step ${state.step}${of(state.total_steps)}`);
  if (state.average_loss !== null) parts.push(`loss ${state.average_loss}`);
  if (state.seconds_per_step !== null && state.outcome === null) parts.push(`${round(state.seconds_per_step)} s/step`);
  if (state.eta_s !== null && state.outcome === null) parts.push(`${duration(state.eta_s)} left`);
  if (state.checkpoints.length > 0) parts.push(`${state.checkpoints.length} saved`);
  return parts.join('  ');
}

/** Why a run failed and what to change, as lines. */
export function errorLines({ error }: RunState): string[] {
  if (!error) return [];
  const lines = [error.type === 'no-data' ? error.message : `${error.type}: ${error.message}`];
  return [...lines, ...[error.cause, error.advice].filter((line) => line !== null)];
}

function of(total: number | null): string {
  return total === null ? '' : `/${total}`;
}

function round(seconds: number): string {
  return seconds.toPrecision(3).replace(/\.?0+$/, '');
}
