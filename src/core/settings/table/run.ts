import type { Setting } from '../model.js';
import { argument } from './row.js';

export const RUN: readonly Setting[] = [
  argument('cache_latents', {
    section: 'run',
    label: 'cache latents',
    kind: 'toggle',
    help: 'Encodes every picture once and keeps the result in memory: much faster.',
    rules: ['S11', 'R-1'],
  }),
  argument('cache_latents_to_disk', {
    section: 'run',
    label: 'cache latents to disk',
    kind: 'toggle',
    help: 'Keeps the encoded pictures in files beside them: slower to read, ready again for the next run.',
    rules: ['S11', 'R-2'],
  }),
  argument('gradient_checkpointing', {
    section: 'run',
    label: 'gradient checkpointing',
    kind: 'toggle',
    help: 'Saves memory and costs time; the result is the same. On with Adam.',
    rules: ['S24'],
  }),
  argument('gradient_accumulation_steps', {
    section: 'run',
    label: 'accumulate steps',
    kind: 'integer',
    steps: [1, 2, 4, 8],
    help: 'Adds up several batches before each step, as a larger batch without its memory.',
    rules: ['S33'],
  }),
  argument('xformers', {
    section: 'run',
    label: 'xformers',
    kind: 'toggle',
    help: 'Attention that saves memory; must be installed with the trainer, else use sdpa.',
    rules: ['S27', 'R-41'],
  }),
  argument('sdpa', {
    section: 'run',
    label: 'sdpa',
    kind: 'toggle',
    help: 'Attention that comes with PyTorch itself; counts only when xformers is off.',
    rules: ['S27', 'R-41'],
  }),
  argument('no_half_vae', {
    section: 'run',
    label: 'VAE in full precision',
    kind: 'toggle',
    help: "Keeps SDXL's VAE from giving NaN in fp16.",
    rules: ['R-69'],
  }),
  argument('full_fp16', {
    section: 'run',
    label: 'everything in fp16',
    kind: 'toggle',
    help: 'Saves memory at the cost of quality; leave it off.',
    rules: ['S10', 'R-21'],
  }),
  argument('full_bf16', {
    section: 'run',
    label: 'everything in bf16',
    kind: 'toggle',
    help: 'Saves memory at the cost of quality; leave it off.',
    rules: ['S10', 'R-21'],
  }),
  argument('max_data_loader_n_workers', {
    section: 'run',
    label: 'loader processes',
    kind: 'integer',
    steps: [0, 1, 2, 4, 8],
    help: 'Processes that read pictures ahead. With cached latents 0 is fine.',
    rules: ['S26', 'S34', 'R-42', 'R-43'],
  }),
  argument('persistent_data_loader_workers', {
    section: 'run',
    label: 'keep loader processes',
    kind: 'toggle',
    help: 'Keeps the reading processes between epochs: faster, takes main memory, needs loader processes.',
    rules: ['S26', 'R-42'],
  }),
];
