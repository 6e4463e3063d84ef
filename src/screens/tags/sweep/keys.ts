import type { Binding } from '../../parts/bindings.js';

/** The keys while one tag is asked for through the set. */
export const sweepBindings: readonly Binding[] = [
  { action: 'sweep.yes', keys: ['y', 'enter'], label: 'it has the tag; next', group: 'answers', short: 'has it', always: true },
  { action: 'sweep.no', keys: ['n', 'x', 'd'], label: 'it does not have the tag; next', group: 'answers', short: 'has it not', always: true },
  { action: 'sweep.back', keys: ['u', 'backspace'], label: 'take the last answer back, and ask again', group: 'answers', short: 'take back' },
  { action: 'sweep.next', keys: ['l', 'right', 'j', 'down', 'space'], label: 'leave it as it is; next', group: 'move', short: 'leave as is' },
  { action: 'sweep.previous', keys: ['h', 'left', 'k', 'up'], label: 'the one before', group: 'move' },
  { action: 'sweep.first', keys: ['home', 'g'], label: 'the first', group: 'move' },
  { action: 'sweep.last', keys: ['end', 'G'], label: 'the last', group: 'move' },
  { action: 'sweep.help', keys: ['?'], label: 'these keys', group: 'program', short: 'keys', always: true },
  { action: 'sweep.leave', keys: ['escape', 'q', 'ctrl-c'], label: 'back to Tags', group: 'program', short: 'back', always: true },
];
