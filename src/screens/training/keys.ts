import type { Binding } from '../parts/bindings.js';

export const trainingBindings: readonly Binding[] = [
  { action: 'training.start', keys: ['s'], label: 'start a training…', group: 'runs', short: 'start' },
  { action: 'training.stop', keys: ['S'], label: 'stop this run…', group: 'runs', short: 'stop' },
  { action: 'training.log', keys: ['l'], label: 'the whole log, and back', group: 'look', short: 'log' },
  { action: 'training.facts', keys: ['c'], label: 'command, folders and outcome of the run', group: 'look', short: 'command' },
  { action: 'training.warnings', keys: ['w'], label: "the trainer's warnings", group: 'look', short: 'warnings' },
  { action: 'training.open', keys: ['enter'], label: 'more about what is under the cursor', group: 'look' },
  { action: 'training.down', keys: ['j', 'down'], label: 'down: next run, save or line', group: 'move' },
  { action: 'training.up', keys: ['k', 'up'], label: 'up', group: 'move' },
  { action: 'training.page-down', keys: ['pagedown', 'ctrl-f', 'ctrl-d'], label: 'a page on', group: 'move' },
  { action: 'training.page-up', keys: ['pageup', 'ctrl-b', 'ctrl-u'], label: 'a page back', group: 'move' },
  { action: 'training.first', keys: ['home', 'g'], label: 'first run, save or line', group: 'move' },
  { action: 'training.last', keys: ['end', 'G'], label: 'last; the log then follows what comes', group: 'move' },
  { action: 'training.next-pane', keys: ['tab'], label: 'from runs to saves to log', group: 'move', short: 'pane' },
  { action: 'training.previous-pane', keys: ['shift-tab'], label: 'the other way round', group: 'move' },
  { action: 'training.back', keys: ['escape'], label: 'back to the list of runs', group: 'move' },
];
