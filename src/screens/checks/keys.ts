import type { Binding } from '../parts/bindings.js';

export const checksBindings: readonly Binding[] = [
  { action: 'checks.fix', keys: ['f'], label: 'fix this: shows the change first', group: 'work', short: 'fix this' },
  { action: 'checks.fix-all', keys: ['F'], label: 'fix all findings of this rule', group: 'work', short: 'fix all of the rule' },
  { action: 'checks.explain', keys: ['e'], label: 'why: the rule and where it comes from', group: 'work', short: 'why' },
  { action: 'checks.show', keys: ['enter'], label: 'mark these images and show them in Dataset', group: 'work', short: 'show images' },
  { action: 'checks.tag', keys: ['t'], label: 'tag the image under the cursor', group: 'work', short: 'tag' },
  { action: 'checks.down', keys: ['j', 'down'], label: 'next', group: 'move' },
  { action: 'checks.up', keys: ['k', 'up'], label: 'previous', group: 'move' },
  { action: 'checks.page-down', keys: ['pagedown', 'ctrl-f', 'ctrl-d'], label: 'a page on', group: 'move' },
  { action: 'checks.page-up', keys: ['pageup', 'ctrl-b', 'ctrl-u'], label: 'a page back', group: 'move' },
  { action: 'checks.first', keys: ['home', 'g'], label: 'first', group: 'move' },
  { action: 'checks.last', keys: ['end', 'G'], label: 'last', group: 'move' },
  { action: 'checks.pane', keys: ['tab', 'shift-tab'], label: 'from the findings to their images, and back', group: 'move', short: 'pane' },
  { action: 'checks.next-image', keys: ['l', 'right'], label: 'next image of the finding', group: 'move' },
  { action: 'checks.previous-image', keys: ['h', 'left'], label: 'previous image of the finding', group: 'move' },
];
