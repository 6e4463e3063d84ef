import type { Picture } from '../../core/dataset/model.js';
import { current } from '../../core/session/visible.js';
import type { Deck } from '../deck/deck.js';

/** The picture under the cursor, when it is one whose caption may be edited: one of a concept. Else says why not. */
export function editable(deck: Deck): Picture | null {
  const session = deck.session.getState();
  const { picture } = current(session);
  if (!picture) return null;
  if (session.dataset?.concepts.some((concept) => concept.folder === picture.folder)) return picture;
  deck.say('Only images of a concept are tagged: Raw holds originals, and what was left out is not trained.', 'warn');
  return null;
}
