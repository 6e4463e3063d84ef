import type { Binding } from '../parts/bindings.js';

export const tagsBindings: readonly Binding[] = [
  { action: 'tags.add', keys: ['a', '+', 'i'], label: 'add tags to this image', group: 'this image', short: 'add' },
  { action: 'tags.remove', keys: ['d', 'x', 'delete'], label: 'remove the tag under the cursor', group: 'this image', short: 'remove' },
  { action: 'tags.replace', keys: ['r'], label: 'replace the tag under the cursor', group: 'this image', short: 'replace' },
  { action: 'tags.next', keys: ['l', 'right', 'n'], label: 'next image', group: 'move', short: 'next' },
  { action: 'tags.previous', keys: ['h', 'left', 'p'], label: 'previous image', group: 'move' },
  { action: 'tags.down', keys: ['j', 'down'], label: 'next tag', group: 'move' },
  { action: 'tags.up', keys: ['k', 'up'], label: 'previous tag', group: 'move' },
  { action: 'tags.pane', keys: ['tab', 'shift-tab'], label: 'from the tags of the image to those of the set, and back', group: 'move', short: 'pane' },
  { action: 'tags.toggle', keys: ['enter'], label: 'in the set: give the tag to this image, or take it; else: edit it', group: 'this image', short: 'toggle' },
  { action: 'tags.move-down', keys: ['J', 'shift-down'], label: 'move the tag down', group: 'this image' },
  { action: 'tags.move-up', keys: ['K', 'shift-up'], label: 'move the tag up', group: 'this image' },
  { action: 'tags.text', keys: ['e'], label: 'edit the caption as text', group: 'this image' },
  { action: 'tags.again', keys: ['.'], label: 'do the last tag edit again here', group: 'this image', short: 'again' },
  { action: 'tags.bulk-add', keys: ['A'], label: 'add tags to the marked images, or to all shown', group: 'many images', short: 'add to many' },
  { action: 'tags.bulk-remove', keys: ['D'], label: 'remove tags from the marked images, or from all shown', group: 'many images' },
  { action: 'tags.bulk-replace', keys: ['R'], label: 'replace a tag in the marked images, or in all shown', group: 'many images' },
  { action: 'tags.normalise', keys: ['N'], label: 'tidy separators, doubles, underscores (T12) in many images', group: 'many images' },
  { action: 'tags.mark', keys: ['space'], label: 'mark the image', group: 'many images', short: 'mark' },
  { action: 'tags.filter', keys: ['/'], label: 'filter the images in Dataset', group: 'move' },
  { action: 'tags.back', keys: ['escape'], label: 'back to Dataset', group: 'move' },
];
