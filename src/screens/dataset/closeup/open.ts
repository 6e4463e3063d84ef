import type { Deck } from '../../deck/deck.js';
import type { Overlay } from '../../deck/overlay.js';
import { actionOf, keyLine, withOverrides, type Binding } from '../../parts/bindings.js';
import { helpPage } from '../../parts/help-page.js';
import { step } from '../step.js';
import { datasetView } from '../view.js';
import { closeupActions } from './actions.js';
import type { Closeup } from './closeup.js';

/** Shows a closeup in the place of the images, with keys of its own, until it is left. */
export function openCloseup(deck: Deck, title: string, bindings: readonly Binding[], closeup: Closeup): void {
  const own = () => withOverrides(bindings, deck.session.getState().keys);
  const leave = () => {
    deck.view(datasetView).setState({ closeup: null });
    deck.close(overlay);
    step(deck, 0);
  };
  const overlay: Overlay = {
    name: closeup.kind,
    get keys() {
      return keyLine([own()], deck.room().columns);
    },
    // The screen draws it, so that it draws nothing else meanwhile.
    render: () => null,
    key: (name) => {
      const action = actionOf(name, own());
      if (action === 'closeup.leave') return leave();
      if (action === 'closeup.help') return helpPage(deck, title, [own()]);
      if (action !== null) deck.session.setState({ message: null });
      if (action !== null) closeupActions[action]?.(deck);
    },
  };
  deck.view(datasetView).setState({ closeup });
  deck.show(overlay);
}
