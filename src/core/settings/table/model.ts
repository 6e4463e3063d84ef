import type { Setting } from '../model.js';
import { argument } from './row.js';

export const MODEL: readonly Setting[] = [
  argument('pretrained_model_name_or_path', {
    section: 'model',
    label: 'base model',
    kind: 'path',
    help: 'The checkpoint to train on. A base model serves better than a mix, since the result then fits its relatives.',
    rules: ['S01'],
  }),
  argument('v2', {
    section: 'model',
    label: 'Stable Diffusion 2',
    kind: 'toggle',
    help: 'On for models of the 2.x family only.',
    rules: ['S03', 'R-11', 'R-13'],
  }),
  argument('v_parameterization', {
    section: 'model',
    label: 'v-parameterisation',
    kind: 'toggle',
    help: 'On when the model predicts velocity (v-pred); its page says so.',
    rules: ['S03', 'S22'],
  }),
  argument('zero_terminal_snr', {
    section: 'model',
    label: 'zero terminal SNR',
    kind: 'toggle',
    help: 'On when the model was trained with zSNR; belongs together with v-parameterisation.',
    rules: ['S22', 'R-6'],
  }),
  argument('clip_skip', {
    section: 'model',
    label: 'clip skip',
    kind: 'integer',
    steps: [1, 2, 3, 4],
    help: '2 for most anime models, 1 for most others. SDXL training ignores it.',
    rules: ['S23', 'R-12', 'R-13'],
  }),
];
