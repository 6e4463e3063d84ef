import type { Picture } from '../../core/dataset/model.js';
import { current, scope } from '../../core/session/visible.js';
import type { Scope } from '../../core/tags/edit-captions.js';
import type { Deck } from '../deck/deck.js';

/** The verbs' scope for these pictures. */
export function scopeOf(deck: Deck, pictures: readonly Picture[]): Scope {
  const { dataset } = deck.session.getState();
  return {
    pictures,
    concepts: dataset?.concepts ?? [],
    captionExtension: dataset?.captionExtension ?? '.txt',
  };
}

/** What a bulk verb works on, and how to name it: `3 marked`, `18 filtered`. */
export function bulkScope(deck: Deck): { scope: Scope; name: string } {
  const { pictures, name } = scope(deck.session.getState());
  return { scope: scopeOf(deck, pictures), name: `${pictures.length} ${name}` };
}

/** The picture that is shown, when it is one whose caption may be edited: one of a concept. */
export function editable(deck: Deck): Picture | null {
  const session = deck.session.getState();
  const { picture } = current(session);
  if (!picture) return null;
  if (session.dataset?.concepts.some((concept) => concept.folder === picture.folder)) return picture;
  deck.say('Only images of a concept are tagged: Raw holds originals, and what was left out is not trained.', 'warn');
  return null;
}
