import type { Action } from '../deck/deck.js';
import { move } from '../parts/scroll.js';
import { welcomeView } from './view.js';
import { ways } from './ways.js';

const walk =
  (delta: number): Action =>
  (deck) => {
    const all = ways(deck.session.getState()).length;
    deck.view(welcomeView).setState(({ at }) => ({ at: move(at, delta, all) }));
  };

/** What the keys of the welcome screen do. */
export const welcomeActions: Record<string, Action> = {
  'welcome.down': walk(1),
  'welcome.up': walk(-1),
  'welcome.choose': (deck) => ways(deck.session.getState())[deck.view(welcomeView).getState().at]?.run(deck),
};
