import type { Setting } from '../model.js';
import { argument } from './row.js';

export const ADVANCED: readonly Setting[] = [
  argument('min_snr_gamma', {
    section: 'advanced',
    label: 'min SNR gamma',
    kind: 'number',
    steps: [1, 5, 10, 20],
    help: 'Evens out how hard noise levels count; 5 is known to be good.',
    rules: ['S28', 'S30', 'R-51'],
  }),
  argument('debiased_estimation_loss', {
    section: 'advanced',
    label: 'debiased estimation',
    kind: 'toggle',
    help: 'Another weighting of the loss, said to help against colour shifts. It multiplies with min SNR: use one.',
    rules: ['S30', 'R-51'],
  }),
  argument('noise_offset', {
    section: 'advanced',
    label: 'noise offset',
    kind: 'number',
    steps: [0, 0.02, 0.05, 0.1],
    help: 'Lets the model learn very dark and bright pictures; 0 or unset is best in most cases.',
    rules: ['S29'],
  }),
  argument('flip_aug', {
    section: 'advanced',
    label: 'flip at random',
    kind: 'toggle',
    help: 'Mirrors pictures at random. Never with anything asymmetric; it acts on every concept.',
    rules: ['S25', 'D14', 'M02'],
  }),
  argument('shuffle_caption', {
    section: 'advanced',
    label: 'shuffle tags',
    kind: 'toggle',
    help: 'Mixes the order of tags each time. Keep the activation tags in place with `keep tokens`.',
    rules: ['T03'],
  }),
  argument('keep_tokens', {
    section: 'advanced',
    label: 'keep tokens',
    kind: 'integer',
    steps: [0, 1, 2, 3],
    help: 'How many tags at the front stay in place when tags are shuffled.',
    rules: ['T03'],
  }),
  argument('max_token_length', {
    section: 'advanced',
    label: 'longest caption',
    kind: 'integer',
    steps: [150, 225],
    help: 'Tokens of a caption that are read: 75 when unset, else 150 or 225.',
    rules: ['R-72'],
  }),
];
