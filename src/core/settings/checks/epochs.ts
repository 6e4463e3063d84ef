import type { Finding } from '../../checks/finding.js';
import { epochsFor, largestFolder } from '../recipe-values.js';
import { finding, number, on, setTo, type Look } from './context.js';

/** S06 with M01 and L04, S07 with Y04, S08, S33. */
export function checkEpochs(look: Look): Finding[] {
  return [...checkBatch(look), ...checkPasses(look), ...checkSaves(look), ...checkAccumulation(look)];
}

function checkBatch(look: Look): Finding[] {
  const key = 'train_batch_size';
  const batch = number(look, key, 1);
  const fix = setTo(look, key, 1);
  if (batch < 1) return [finding('S06', 'error', key, 'The batch size is at least 1.', { blocks: true, fix })];
  if (batch === 1) return [];
  if (look.network.type?.endsWith('DyLoRA'))
    return [finding('S06', 'error', key, `DyLoRA wants batch size 1, and it is ${batch}.`, { fix })];
  if (look.concepts.length > 1) {
    return [
      finding(
        'S06',
        'warn',
        key,
        `Batch size ${batch} mixes the ${look.concepts.length} concepts, which blurs them; several concepts want 1.`,
        { fix },
      ),
    ];
  }
  if (batch > 4)
    return [
      finding(
        'S06',
        'warn',
        key,
        `Batch size ${batch} gives more general results and takes much memory; 1 is best, more than 4 is never advised.`,
        { fix },
      ),
    ];
  return [finding('S06', 'info', key, `Batch size ${batch} is faster than 1 and learns details less exactly.`, { fix })];
}

function checkPasses(look: Look): Finding[] {
  const key = 'max_train_epochs';
  const largest = largestFolder(look.concepts.filter(({ images }) => images > 0));
  const epochs = look.values[key];
  if (typeof epochs !== 'number') return [];
  if (epochs < 1) return [finding('S07', 'error', key, 'At least one epoch must be trained.', { blocks: true })];
  if (!largest) return [];
  const passes = epochs * largest.repeats;
  const [least, most, wanted] = look.goal === 'style' ? [30, 40, '30 to 40'] : [100, 100, '100'];
  // Whole epochs cannot hit the number exactly: half an epoch on either side is as near as they come.
  if (passes >= least - largest.repeats / 2 && passes <= most + largest.repeats / 2) return [];
  const fitting = epochsFor(look.goal, look.concepts);
  if (fitting === epochs) return [];
  return [
    finding('S07', 'info', key, `Each image is seen ${passes} times; ${wanted} is a good start.`, {
      fix: setTo(look, key, fitting),
    }),
  ];
}

function checkSaves(look: Look): Finding[] {
  const key = 'save_every_n_epochs';
  if (number(look, key, 0) > 0 || on(look, 'save_every_n_steps') || on(look, 'save_n_epoch_ratio')) return [];
  return [
    finding('S08', 'warn', key, 'Only the last epoch would be saved, so that an earlier and better one could not be found.', {
      fix: setTo(look, key, 1),
    }),
  ];
}

function checkAccumulation(look: Look): Finding[] {
  const key = 'gradient_accumulation_steps';
  if (!look.network.type?.endsWith('DyLoRA') || number(look, key, 1) > 1) return [];
  return [finding('S33', 'info', key, 'DyLoRA is meant to be trained with accumulated steps, since its batch size is 1.')];
}
