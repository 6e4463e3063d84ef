import type { Deck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { move } from '../parts/scroll.js';
import { goTo } from './actions.js';
import { sortFindings } from './sorted.js';
import { checksView } from './view.js';

/** The mouse in the list of findings: a click selects one, another shows its images. */
export function findingsMouse(deck: Deck): MouseHandlers {
  const view = deck.view(checksView);
  return {
    click: ({ y }) => {
      const { at, first, focus } = view.getState();
      const row = first + y;
      if (row >= sortFindings(deck.session.getState().findings).length) return;
      if (row === at && focus === 'findings') return { action: 'checks.show' };
      view.setState({ focus: 'findings' });
      if (row !== at) goTo(deck, row);
    },
    wheel: (by) => {
      view.setState({ focus: 'findings' });
      goTo(deck, view.getState().at + by);
    },
  };
}

/** The mouse among the images of a finding. @param shown the row of the first name, which one it is, and how many there are */
export function imagesMouse(deck: Deck, images: number, shown: { top: number; first: number; names: number }): MouseHandlers {
  const view = deck.view(checksView);
  return {
    click: ({ y }) => {
      const row = y - shown.top;
      if (row < 0 || row >= shown.names) return;
      const { image, focus } = view.getState();
      if (focus === 'images' && image === shown.first + row) return { action: 'checks.tag' };
      view.setState({ focus: 'images', image: shown.first + row });
    },
    wheel: (by) => {
      if (images > 0) view.setState(({ image }) => ({ focus: 'images', image: move(image, by, images) }));
    },
  };
}
