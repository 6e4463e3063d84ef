import type { Setting } from '../model.js';
import { NETWORK_TYPES, PRESETS } from '../network.js';
import { argument } from './row.js';

const ranks = [1, 2, 4, 8, 16, 24, 32, 48, 64, 96, 128];
const alphas = [0.01, 0.5, 1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 128];

/** Shown in place of `network_module` and `network_args`, which they are read from and written into. */
const VIRTUAL: readonly Setting[] = [
  {
    key: 'lora_type',
    section: 'network',
    label: 'type',
    kind: 'choice',
    choices: NETWORK_TYPES,
    default: null,
    virtual: true,
    help: 'What kind of network is trained. LoCon also trains the convolutions and has no real drawback.',
    rules: ['S05', 'L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08', 'Y01'],
  },
  {
    key: 'preset',
    section: 'network',
    label: 'preset',
    kind: 'choice',
    choices: PRESETS,
    open: true,
    default: 'full',
    virtual: true,
    help: 'Which parts of the model LyCORIS trains; full is all of them.',
    rules: ['S05'],
  },
];

const CONV: readonly Setting[] = [
  {
    key: 'conv_dim',
    section: 'network',
    label: 'conv rank',
    kind: 'integer',
    steps: [1, 2, 4, 8, 16, 32],
    default: null,
    virtual: true,
    help: 'The rank for convolutions. Above 16 there is little to gain, and results may suffer.',
    rules: ['S19'],
  },
  {
    key: 'conv_alpha',
    section: 'network',
    label: 'conv alpha',
    kind: 'number',
    steps: [1, 2, 4, 8, 16],
    default: null,
    virtual: true,
    help: 'The alpha for convolutions.',
    rules: ['S19', 'Q06'],
  },
];

export const NETWORK: readonly Setting[] = [
  ...VIRTUAL,
  argument('network_dim', {
    section: 'network',
    label: 'rank (dim)',
    kind: 'integer',
    steps: ranks,
    help: 'How much the network can hold, and its size. 8 for what the model nearly knows, 32 to begin with.',
    rules: ['S18', 'L01', 'L02', 'L04', 'Y01'],
  }),
  argument('network_alpha', {
    section: 'network',
    label: 'alpha',
    kind: 'number',
    steps: alphas,
    help: 'Alpha divided by the rank multiplies what is learned. 1 with Prodigy and DAdapt.',
    rules: ['S18', 'Q06'],
  }),
  ...CONV,
  argument('scale_weight_norms', {
    section: 'network',
    label: 'scale weight norms',
    kind: 'number',
    steps: [0, 1, 2, 5],
    help: '1 keeps weights small, so that the result goes well with other LoRAs; 0 or unset when it is used alone.',
    rules: ['S20', 'R-52'],
  }),
  argument('network_module', {
    section: 'network',
    label: 'network module',
    kind: 'text',
    help: "The trainer's own name of what `type` chooses.",
    rules: ['S05'],
  }),
  argument('network_args', {
    section: 'network',
    label: 'network arguments',
    kind: 'arguments',
    help: 'name=value, separated by spaces; `type`, preset and the conv values are kept here.',
    rules: ['S05', 'S19', 'R-32'],
  }),
];
