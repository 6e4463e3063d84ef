import type { Binding } from '../../parts/bindings.js';

/** The keys of the walk beside the letters, each of which gives or takes a tag. */
export const walkBindings: readonly Binding[] = [
  { action: 'walk.done', keys: ['enter', 'space'], label: 'this one is done; next image', group: 'the images', short: 'done, next', always: true },
  { action: 'walk.untouched', keys: ['tab'], label: 'next image that was not gone through', group: 'the images', short: 'untouched', always: true },
  { action: 'walk.next', keys: ['right'], label: 'next image', group: 'the images' },
  { action: 'walk.previous', keys: ['left', 'shift-tab'], label: 'previous image', group: 'the images' },
  { action: 'walk.same', keys: ['='], label: 'give it the tags of the image before', group: 'tags', short: 'same as before' },
  { action: 'walk.add', keys: ['+', ','], label: 'type tags', group: 'tags', short: 'type' },
  { action: 'walk.remove', keys: ['-', 'delete'], label: 'take off the tag under the cursor', group: 'tags', short: 'take off' },
  { action: 'walk.down', keys: ['down'], label: 'next tag of the image', group: 'tags' },
  { action: 'walk.up', keys: ['up'], label: 'previous tag of the image', group: 'tags' },
  { action: 'walk.again', keys: ['.'], label: 'do the last tag edit again here', group: 'tags' },
  { action: 'walk.back', keys: ['backspace'], label: 'take the last change back', group: 'tags', short: 'undo' },
  { action: 'walk.text', keys: ['T'], label: 'edit the caption as text', group: 'tags' },
  { action: 'walk.page-down', keys: ['pagedown', '>'], label: 'more tags on the letters', group: 'letters', short: 'more letters' },
  { action: 'walk.page-up', keys: ['pageup', '<'], label: 'the tags before', group: 'letters' },
  { action: 'walk.order', keys: ['O'], label: 'put the most frequent tags first again', group: 'letters' },
  { action: 'walk.mark', keys: ['*'], label: 'mark the image', group: 'the images' },
  { action: 'walk.anew', keys: ['N'], label: 'take all images as not gone through', group: 'the images' },
  { action: 'walk.help', keys: ['?'], label: 'these keys', group: 'program', short: 'keys', always: true },
  { action: 'walk.leave', keys: ['escape', 'ctrl-c', 'Q'], label: 'back to Tags', group: 'program', short: 'back', always: true },
];
