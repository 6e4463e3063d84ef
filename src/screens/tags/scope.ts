import type { Picture } from '../../core/dataset/model.js';
import { scope } from '../../core/session/visible.js';
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
