import type { RunState, Series } from '../../core/training/run-state.js';

/** Steps of one epoch, as far as the trainer's plan says it; null when it does not. */
export function stepsOfEpoch(state: Pick<RunState, 'total_steps' | 'total_epochs' | 'batches_per_epoch'>): number | null {
  const { total_steps, total_epochs, batches_per_epoch } = state;
  if (!total_steps || !total_epochs) return null;
  // With gradient accumulation an epoch has fewer steps than batches, and the last epoch may be cut short by the steps.
  if (batches_per_epoch && Math.ceil(total_steps / batches_per_epoch) === total_epochs) return batches_per_epoch;
  return total_steps / total_epochs;
}

/**
 * The loss by step from 1 to the last one that is planned, so that the curve grows to the right and never jumps. Steps
 * without a value are left out of the curve.
 */
export function lossByStep({ step, average_loss }: Series, totalSteps: number | null): (number | 'nan')[] {
  const steps = Math.max(totalSteps ?? 0, step.at(-1) ?? 0);
  const values = new Array<number | 'nan'>(steps).fill('nan');
  step.forEach((at, index) => {
    if (at >= 1) values[at - 1] = average_loss[index] ?? 'nan';
  });
  return values;
}

/** The two lines under the curve, `width` cells each. */
export interface Axis {
  /** `┬` where an epoch begins, `◆` at a save. */
  line: string;
  /** What the epochs are called. */
  labels: string;
}

/**
 * Draws the axis of the steps.
 *
 * @param steps how many the width stands for
 * @param perEpoch steps of an epoch; null when not known
 * @param saves steps at which a file was saved
 */
export function axis(steps: number, perEpoch: number | null, saves: readonly number[], width: number): Axis {
  const line = new Array<string>(width).fill('─');
  const labels = new Array<string>(width).fill(' ');
  const cell = (step: number) => Math.max(0, Math.min(width - 1, Math.floor((step / Math.max(1, steps)) * width)));
  if (perEpoch !== null && perEpoch > 0) {
    const epochs = Math.ceil(steps / perEpoch);
    const space = width / epochs;
    // As many epochs are named as there is room for, always the first.
    const widest = String(epochs).length + 1;
    const every = niceStep(Math.ceil((widest + 1) / space));
    const word = space * every >= widest + 8 ? 'epoch ' : '';
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const at = cell((epoch - 1) * perEpoch);
      if (space >= 2 || (epoch - 1) % every === 0) line[at] = '┬';
      if ((epoch - 1) % every !== 0) continue;
      const label = `${word}${epoch}`;
      if (at + label.length > width) continue;
      [...label].forEach((character, index) => (labels[at + index] = character));
    }
  }
  for (const step of saves) line[cell(step)] = '◆';
  return { line: line.join(''), labels: labels.join('') };
}

/** 1, 2, 5, 10, 20, 50, … whichever is large enough. */
function niceStep(least: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const factor of [1, 2, 5]) if (factor * unit >= least) return factor * unit;
  }
}
