import type { ViewKey } from '../deck/deck.js';

export const welcomeView: ViewKey<{ at: number }> = { name: 'welcome', initial: () => ({ at: 0 }) };
