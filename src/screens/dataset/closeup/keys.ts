import type { Binding } from '../../parts/bindings.js';

const common: readonly Binding[] = [
  { action: 'closeup.in', keys: ['+'], label: 'closer, beyond the pixels of the image', group: 'zoom', short: 'closer' },
  { action: 'closeup.out', keys: ['-'], label: 'farther, until all of it is seen', group: 'zoom', short: 'farther' },
  { action: 'closeup.fit', keys: ['0'], label: 'all of it', group: 'zoom', short: 'all' },
  { action: 'closeup.one-to-one', keys: ['o'], label: 'one to one: each pixel of the image is one that is drawn', group: 'zoom', short: '1:1' },
  { action: 'closeup.left', keys: ['h', 'left'], label: 'to the left', group: 'move' },
  { action: 'closeup.down', keys: ['j', 'down'], label: 'down', group: 'move' },
  { action: 'closeup.up', keys: ['k', 'up'], label: 'up', group: 'move' },
  { action: 'closeup.right', keys: ['l', 'right'], label: 'to the right', group: 'move' },
  { action: 'closeup.far-left', keys: ['H', 'shift-left'], label: 'far to the left', group: 'move' },
  { action: 'closeup.far-down', keys: ['J', 'shift-down', 'pagedown'], label: 'far down', group: 'move' },
  { action: 'closeup.far-up', keys: ['K', 'shift-up', 'pageup'], label: 'far up', group: 'move' },
  { action: 'closeup.far-right', keys: ['L', 'shift-right'], label: 'far to the right', group: 'move' },
  { action: 'closeup.next', keys: ['n', ']'], label: 'next image, as close as this one', group: 'images', short: 'next' },
  { action: 'closeup.previous', keys: ['p', '['], label: 'previous image', group: 'images', short: 'previous' },
  { action: 'closeup.mark', keys: ['space'], label: 'mark or unmark the image', group: 'images', short: 'mark' },
];

const ends: readonly Binding[] = [
  { action: 'closeup.help', keys: ['?'], label: 'these keys', group: 'program', short: 'keys', always: true },
  { action: 'closeup.leave', keys: ['escape', 'z', 'q', 'ctrl-c'], label: 'back to the images', group: 'program', short: 'back', always: true },
];

/** The keys while one image is looked at closely. */
export const zoomBindings: readonly Binding[] = [...common, ...ends];

/** The keys while two are compared. */
export const compareBindings: readonly Binding[] = [
  { action: 'closeup.side', keys: ['tab', 'shift-tab'], label: 'the other image: n, p and space mean that one', group: 'images', short: 'other' },
  { action: 'closeup.swap', keys: ['x'], label: 'A and B change places', group: 'images', short: 'swap' },
  ...common,
  ...ends.map((binding) => (binding.action === 'closeup.leave' ? { ...binding, keys: ['escape', '=', 'q', 'ctrl-c'] } : binding)),
];
