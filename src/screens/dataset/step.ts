import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { scrollTo } from '../parts/scroll.js';
import { datasetLayout, type DatasetLayout } from './layout.js';
import { datasetView } from './view.js';

/** Where everything lies at the terminal's present size. */
export function layout(deck: Deck): DatasetLayout {
  const { columns, rows } = deck.room();
  return datasetLayout(columns, bodyRows(rows), deck.preferences.getState());
}

/** Moves the cursor by some pictures and lets the list follow. */
export function step(deck: Deck, delta: number): void {
  const { index, pictures } = current(deck.session.getState());
  const next = Math.max(0, Math.min(pictures.length - 1, index + delta));
  const view = deck.view(datasetView);
  const first = firstRow(view.getState().first, next, pictures.length, layout(deck));
  if (first !== view.getState().first) view.setState({ first });
  deck.session.setState({ cursor: pictures[next]?.id ?? null });
}

/**
 * The first row to show, so that the picture at `index` of `count` is in view. The window moves only as far as it must;
 * a list keeps two rows around the cursor.
 */
export function firstRow(first: number, index: number, count: number, { perRow, rows, mode }: DatasetLayout): number {
  return scrollTo(first, Math.floor(index / perRow), Math.ceil(count / perRow), rows, mode === 'grid' ? 0 : 2);
}

/**
 * Does what gives the images other places (an order, another size of tiles); the cursor keeps its picture, and that, as
 * far as it can, its row on the screen.
 */
export function keepPlace(deck: Deck, change: () => void): void {
  const view = deck.view(datasetView);
  const before = layout(deck);
  const { index } = current(deck.session.getState());
  const share = (Math.floor(index / before.perRow) - view.getState().first) / before.rows;
  change();
  const after = layout(deck);
  const row = Math.floor(current(deck.session.getState()).index / after.perRow);
  view.setState({ first: Math.max(0, row - Math.max(0, Math.min(after.rows - 1, Math.floor(share * after.rows)))) });
  step(deck, 0);
}
