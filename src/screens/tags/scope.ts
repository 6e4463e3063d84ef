import type { Picture } from '../../core/dataset/model.js';
import type { ChosenScope } from '../../core/session/scopes.js';
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

/** The images that a bulk verb works on. */
export interface Target {
  scope: Scope;
  /** How to call them: `3 marked`, `18 filtered`. */
  name: string;
}

/** What a bulk verb works on unless something else is chosen: the marked images, else those shown. */
export function bulkScope(deck: Deck): Target {
  return targetOf(deck, scope(deck.session.getState()));
}

export function targetOf(deck: Deck, { pictures, name }: ChosenScope): Target {
  return { scope: scopeOf(deck, pictures), name: `${pictures.length} ${name}` };
}
