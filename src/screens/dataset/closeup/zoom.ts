import { current } from '../../../core/session/visible.js';
import type { Deck } from '../../deck/deck.js';
import { zoomBindings } from './keys.js';
import { openCloseup } from './open.js';
import { whole } from './viewport.js';

/** Shows the image under the cursor over the whole screen, at full detail. */
export function zoom(deck: Deck): void {
  if (!current(deck.session.getState()).picture) return deck.say('There is no image to look at.');
  openCloseup(deck, 'an image at full detail', zoomBindings, { kind: 'zoom', view: whole });
}
