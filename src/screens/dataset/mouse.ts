import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { layout, step } from './step.js';
import { datasetView } from './view.js';

/**
 * The mouse in the list of images: a click selects an image, another one opens it, one on the line above edits the filter.
 */
export function listMouse(deck: Deck): MouseHandlers {
  return {
    click: ({ x, y }) => {
      if (y === 0) return { action: 'dataset.filter' };
      const { perRow, tile, mode } = layout(deck);
      const above = mode === 'grid' ? 1 : 2;
      if (y < above) return { action: 'dataset.columns' };
      const { first } = deck.view(datasetView).getState();
      const column = mode === 'grid' ? Math.floor(x / (tile.width + 2)) : 0;
      const row = mode === 'grid' ? Math.floor((y - above) / (tile.height + 2)) : y - above;
      const { index, pictures } = current(deck.session.getState());
      const at = (first + row) * perRow + column;
      if (column >= perRow || at >= pictures.length) return;
      if (at === index) return { action: 'dataset.tag' };
      step(deck, at - index);
    },
    wheel: (by) => {
      const { perRow } = layout(deck);
      const { index, pictures } = current(deck.session.getState());
      // At the last row the wheel stays, as it does everywhere; a step would go to the last image.
      if (index + by * perRow >= 0 && index + by * perRow < pictures.length) step(deck, by * perRow);
    },
  };
}
