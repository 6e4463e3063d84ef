import type { Setting } from '../model.js';
import { argument } from './row.js';

export const SAVING: readonly Setting[] = [
  argument('save_every_n_epochs', {
    section: 'saving',
    label: 'save every n epochs',
    kind: 'integer',
    steps: [1, 2, 3, 4, 5, 10],
    help: 'Saves on the way, so that the epoch where it is best can be found.',
    rules: ['S08'],
  }),
  argument('save_precision', {
    section: 'saving',
    label: 'save precision',
    kind: 'choice',
    choices: ['float', 'fp16', 'bf16'],
    help: 'How exactly weights are saved. The same as the mixed precision.',
    rules: ['S09'],
  }),
  argument('save_model_as', {
    section: 'saving',
    label: 'save as',
    kind: 'choice',
    choices: ['safetensors', 'ckpt', 'pt'],
    help: 'safetensors; the older ones can carry harmful code.',
    rules: ['S02'],
  }),
];
