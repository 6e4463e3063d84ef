import type { Binding } from '../parts/bindings.js';

export const welcomeBindings: readonly Binding[] = [
  { action: 'welcome.choose', keys: ['enter', 'space'], label: 'take the way under the cursor', group: 'begin', short: 'choose' },
  { action: 'welcome.down', keys: ['j', 'down'], label: 'next', group: 'move', short: 'down' },
  { action: 'welcome.up', keys: ['k', 'up'], label: 'previous', group: 'move', short: 'up' },
];
