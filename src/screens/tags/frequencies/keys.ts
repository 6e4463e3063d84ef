import type { Binding } from '../../parts/bindings.js';

/** The keys while the tags of the set are listed with their counts. */
export const frequenciesBindings: readonly Binding[] = [
  { action: 'frequencies.images', keys: ['enter'], label: 'the images with the tag, in Dataset', group: 'the tag', short: 'its images', always: true },
  { action: 'frequencies.replace', keys: ['r', 'R'], label: 'replace it in all concepts', group: 'the tag', short: 'replace' },
  { action: 'frequencies.remove', keys: ['d', 'x', 'D', 'delete'], label: 'remove it from all concepts', group: 'the tag', short: 'remove' },
  { action: 'frequencies.add', keys: ['a', 'A'], label: 'add other tags to the images that have it', group: 'the tag', short: 'add' },
  { action: 'frequencies.verbs', keys: ['b'], label: 'every change, for the images that have it', group: 'the tag' },
  { action: 'frequencies.sweep', keys: ['w'], label: 'ask for it image by image', group: 'the tag', short: 'sweep' },
  { action: 'frequencies.down', keys: ['j', 'down'], label: 'next tag', group: 'move' },
  { action: 'frequencies.up', keys: ['k', 'up'], label: 'previous tag', group: 'move' },
  { action: 'frequencies.page-down', keys: ['pagedown', 'ctrl-f', 'ctrl-d', 'space'], label: 'a page on', group: 'move' },
  { action: 'frequencies.page-up', keys: ['pageup', 'ctrl-b', 'ctrl-u'], label: 'a page back', group: 'move' },
  { action: 'frequencies.first', keys: ['home', 'g'], label: 'the first', group: 'move' },
  { action: 'frequencies.last', keys: ['end', 'G'], label: 'the last', group: 'move' },
  { action: 'frequencies.filter', keys: ['/'], label: 'only tags with this text', group: 'list', short: 'filter' },
  { action: 'frequencies.kind', keys: ['tab', 'o'], label: 'all, those on one image, on all, not in every concept', group: 'list', short: 'which' },
  { action: 'frequencies.order', keys: ['s'], label: 'the most frequent first, the least, by the alphabet, as first seen', group: 'list', short: 'order' },
  { action: 'frequencies.undo', keys: ['u'], label: 'take the last change back', group: 'program' },
  { action: 'frequencies.redo', keys: ['U', 'ctrl-r'], label: 'bring it back', group: 'program' },
  { action: 'frequencies.help', keys: ['?'], label: 'these keys', group: 'program', short: 'keys', always: true },
  { action: 'frequencies.leave', keys: ['escape', 'q', 'f', 'ctrl-c'], label: 'back to Tags', group: 'program', short: 'back', always: true },
];
