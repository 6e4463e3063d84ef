import type { Effective } from '../settings/resolve.js';
import type { Steps } from './steps.js';

/** A file that the training will write. */
export interface Checkpoint {
  file: string;
  epoch: number;
  step: number;
  /** It is removed again on the way (`save_last_n_epochs`, `save_last_n_steps`). */
  removed: boolean;
}

/**
 * The files that a training saves, in the order of their saving: every so many epochs but the last, every so many steps, and the
 * last one under the plain name. A count of files to keep works on the same kind only.
 */
export function checkpointsOf(values: Effective, { epochs, stepsPerEpoch, totalSteps }: Steps): Checkpoint[] {
  const count = (key: string) => (typeof values[key] === 'number' && values[key] >= 1 ? Math.trunc(values[key]) : null);
  const text = (key: string, otherwise: string) => (typeof values[key] === 'string' && values[key] !== '' ? values[key] : otherwise);
  const ending = `.${text('save_model_as', 'safetensors')}`;
  const digits = (number: number, width: number) => String(number).padStart(width, '0');
  const saves: Checkpoint[] = [];
  const remove = (name: string) => {
    for (const save of saves) if (save.file === name) save.removed = true;
  };
  const ratio = count('save_n_epoch_ratio');
  const everyEpochs = ratio === null ? count('save_every_n_epochs') : Math.floor(epochs / ratio) || 1;
  const everySteps = count('save_every_n_steps');
  const [lastEpochs, lastSteps] = [count('save_last_n_epochs'), count('save_last_n_steps')];
  const ofEpoch = (epoch: number) => `${text('output_name', 'epoch')}-${digits(epoch, 6)}${ending}`;
  const ofStep = (step: number) => `${text('output_name', 'at')}-step${digits(step, 8)}${ending}`;

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const [first, last] = [(epoch - 1) * stepsPerEpoch + 1, Math.min(epoch * stepsPerEpoch, totalSteps)];
    if (everySteps !== null) {
      for (let step = Math.ceil(first / everySteps) * everySteps; step <= last; step += everySteps) {
        saves.push({ file: ofStep(step), epoch, step, removed: false });
        const old = lastSteps === null ? 0 : step - lastSteps - 1;
        if (old > 0) remove(ofStep(old - (old % everySteps)));
      }
    }
    if (everyEpochs === null || epoch % everyEpochs !== 0 || epoch === epochs) continue;
    saves.push({ file: ofEpoch(epoch), epoch, step: last, removed: false });
    if (lastEpochs !== null) remove(ofEpoch(epoch - everyEpochs * lastEpochs));
  }
  saves.push({ file: text('output_name', 'last') + ending, epoch: epochs, step: totalSteps, removed: false });
  return saves;
}
