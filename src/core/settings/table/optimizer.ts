import type { Setting } from '../model.js';
import { argument } from './row.js';

const rates = [1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 3e-4, 5e-4, 1e-3, 5e-3, 1e-2, 1];

export const OPTIMIZER: readonly Setting[] = [
  argument('optimizer_type', {
    section: 'basic',
    label: 'optimizer',
    kind: 'choice',
    choices: ['Prodigy', 'DAdaptAdam', 'AdamW', 'AdamW8bit', 'Adafactor', 'Lion', 'Lion8bit', 'PagedAdamW8bit'],
    open: true,
    help: 'Prodigy finds its rate itself and is the easiest; DAdaptAdam is milder; AdamW wants tuning.',
    rules: ['S12', 'R-33'],
  }),
  argument('optimizer_args', {
    section: 'basic',
    label: 'optimizer arguments',
    kind: 'arguments',
    help: 'name=value, separated by spaces. Prodigy and DAdapt have theirs, Adam needs none.',
    rules: ['S14', 'R-31'],
  }),
  argument('lr_scheduler', {
    section: 'basic',
    label: 'scheduler',
    kind: 'choice',
    choices: ['cosine', 'cosine_with_restarts', 'constant', 'constant_with_warmup', 'linear', 'polynomial', 'adafactor'],
    open: true,
    help: 'How the rate falls. cosine with Prodigy and DAdapt, cosine_with_restarts with Adam.',
    rules: ['S13', 'R-34'],
  }),
  argument('learning_rate', {
    section: 'basic',
    label: 'learning rate',
    kind: 'number',
    steps: rates,
    help: 'Exactly 1 with Prodigy and DAdapt, which scale it themselves; about 0.0001 with Adam.',
    rules: ['S15', 'R-27'],
  }),
  argument('unet_lr', {
    section: 'basic',
    label: 'unet rate',
    kind: 'number',
    steps: [0, ...rates],
    help: 'A rate of its own for the picture part. Unset: the learning rate.',
    rules: ['S15', 'R-28'],
  }),
  argument('text_encoder_lr', {
    section: 'basic',
    label: 'text encoder rate',
    kind: 'numbers',
    help: 'A rate of its own for the text part; 0 leaves it untrained. Unset: the learning rate.',
    rules: ['S15', 'R-28', 'R-82'],
  }),
  argument('lr_warmup_steps', {
    section: 'basic',
    label: 'warm-up',
    kind: 'number',
    steps: [0, 0.05, 0.1, 0.2],
    help: 'Below 1: the share of all steps in which the rate rises from zero; otherwise a number of steps.',
    rules: ['S34', 'R-34', 'R-37'],
  }),
  argument('lr_scheduler_num_cycles', {
    section: 'basic',
    label: 'cycles',
    kind: 'integer',
    steps: [1, 2, 3, 4, 5],
    help: 'How often cosine_with_restarts begins anew; with 1 it is plain cosine.',
    rules: ['S13'],
  }),
];
