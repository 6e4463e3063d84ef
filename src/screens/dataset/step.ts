import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { scrollTo } from '../parts/scroll.js';
import { datasetLayout } from './layout.js';
import { datasetView } from './view.js';

/** Where everything lies at the terminal's present size. */
export function layout(deck: Deck) {
  const { columns, rows } = deck.room();
  return datasetLayout(columns, bodyRows(rows), deck.view(datasetView).getState());
}

/** Moves the cursor by some pictures and lets the list follow. */
export function step(deck: Deck, delta: number): void {
  const { index, pictures } = current(deck.session.getState());
  const next = Math.max(0, Math.min(pictures.length - 1, index + delta));
  const { perRow, rows } = layout(deck);
  const view = deck.view(datasetView);
  const all = Math.ceil(pictures.length / perRow);
  const margin = view.getState().mode === 'grid' ? 0 : 2;
  const first = scrollTo(view.getState().first, Math.floor(next / perRow), all, rows, margin);
  if (first !== view.getState().first) view.setState({ first });
  deck.session.setState({ cursor: pictures[next]?.id ?? null });
}
