import type { Action } from '../../deck/deck.js';
import { shownDraws } from './eye-pane.js';
import { shownLayout } from './layout.js';
import { eyeView } from './view.js';

/** Keys of the trainer's eye. */
export const eyeActions: Readonly<Record<string, Action>> = {
  'tags.eye': (deck) => {
    const eye = !deck.preferences.getState().eye;
    deck.preferences.setState({ eye });
    if (!eye) deck.say('What the trainer reads is hidden; v shows it again.');
  },
  'tags.draw': (deck) => {
    if (!deck.preferences.getState().eye) deck.preferences.setState({ eye: true });
    const step = shownLayout(deck).eye?.form === 'pane' ? shownDraws : 1;
    deck.view(eyeView).setState(({ draw }) => ({ draw: draw + step }));
  },
};
