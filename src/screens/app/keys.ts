import type { Binding } from '../parts/bindings.js';

/** Keys that mean the same on every screen. */
export const appBindings: readonly Binding[] = [
  { action: 'app.dataset', keys: ['1'], label: 'go to Dataset', group: 'screens' },
  { action: 'app.tags', keys: ['2'], label: 'go to Tags', group: 'screens' },
  { action: 'app.checks', keys: ['3'], label: 'go to Checks', group: 'screens' },
  { action: 'app.settings', keys: ['4'], label: 'go to Settings', group: 'screens' },
  { action: 'app.training', keys: ['5'], label: 'go to Training', group: 'screens' },
  { action: 'app.undo', keys: ['u'], label: 'take back the last change', group: 'changes', short: 'undo' },
  { action: 'app.redo', keys: ['U', 'ctrl-r'], label: 'bring back what was undone', group: 'changes' },
  { action: 'app.history', keys: ['H'], label: 'all changes: look at one, take it back or bring it back', group: 'changes' },
  { action: 'app.reload', keys: ['ctrl-l'], label: 'draw the screen and read the workspace again', group: 'program' },
  { action: 'app.explain', keys: [], label: 'explain a rule of the guide…', group: 'program' },
  { action: 'app.open', keys: [], label: 'open another workspace…', group: 'program' },
  { action: 'app.vocabulary', keys: [], label: 'vocabulary: whose names count in this workspace…', group: 'program' },
  { action: 'app.theme', keys: [], label: 'next theme: auto, dark, light, contrast', group: 'program' },
  { action: 'app.mouse', keys: [], label: 'mouse on or off; off, the terminal marks text with it', group: 'program' },
  { action: 'app.pictures', keys: [], label: 'how pictures are shown…', group: 'program' },
  { action: 'app.stop', keys: ['ctrl-z'], label: 'stop until the shell continues it (fg)', group: 'program' },
  { action: 'app.palette', keys: [':'], label: 'find any action by name', group: 'program', short: 'actions' },
  { action: 'app.help', keys: ['?'], label: 'keys of this screen', group: 'program', short: 'keys', always: true },
  { action: 'app.quit', keys: ['q', 'ctrl-c'], label: 'leave at once (a run goes on)', group: 'program', short: 'leave', always: true },
];
