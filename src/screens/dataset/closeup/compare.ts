import { current, visible } from '../../../core/session/visible.js';
import type { Session } from '../../../core/session/session.js';
import type { Deck } from '../../deck/deck.js';
import { compareBindings } from './keys.js';
import { openCloseup } from './open.js';
import { pictureOf } from './seen.js';
import { whole } from './viewport.js';

/** Shows two images beside each other: the two that are marked, else the one under the cursor and the next. */
export function compare(deck: Deck): void {
  const pictures = twoOf(deck.session.getState());
  if (!pictures) return deck.say('It takes two images to compare.');
  openCloseup(deck, 'two images compared', compareBindings, { kind: 'compare', pictures, side: 0, view: whole, chosenOn: 0 });
}

function twoOf(session: Session): readonly [number, number] | null {
  // In the order in which they are shown; of those that the filter holds back, in the order in which they were marked.
  const marked = [...session.marks].filter((id) => pictureOf(session.dataset, id));
  if (marked.length === 2) {
    const shown = visible(session).pictures.filter(({ id }) => marked.includes(id)).map(({ id }) => id);
    const [a, b] = shown.length === 2 ? shown : marked;
    return a === undefined || b === undefined ? null : [a, b];
  }
  const { index, pictures } = current(session);
  const [a, b] = index + 1 < pictures.length ? [pictures[index], pictures[index + 1]] : [pictures[index - 1], pictures[index]];
  return a && b ? [a.id, b.id] : null;
}
