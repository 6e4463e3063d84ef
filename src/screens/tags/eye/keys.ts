import type { Binding } from '../../parts/bindings.js';

export const eyeBindings: readonly Binding[] = [
  { action: 'tags.eye', keys: ['v'], label: 'show or hide what the trainer reads of the caption', group: 'this image', short: 'trainer’s eye' },
  { action: 'tags.draw', keys: ['V'], label: 'draw again what the trainer reads, where chance has a part in it', group: 'this image' },
];
