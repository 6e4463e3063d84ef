import type { Session } from '../../../core/session/session.js';
import { current } from '../../../core/session/visible.js';
import { walkedKey } from '../../../core/session/walked.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import { fillSlots, slotsFor } from '../../../core/tags/slots/slots.js';
import type { Deck } from '../../deck/deck.js';
import { describePicture } from '../../parts/describe-picture.js';
import type { Walk } from './model.js';
import { letterAt, paletteOf, slotStyle } from './palette.js';
import { untouched } from './walked.js';

/** The walk for the ear. @param letters how many letters stand for a tag */
export function sayWalk(deck: Deck, session: Session, walk: Walk, keys: ReadonlySet<string>, letters: number): string[] {
  const { picture, index, pictures } = current(session);
  if (!picture) return ['no image'];
  const style = slotStyle(deck);
  const slots = style && fillSlots(style, picture.tags);
  const palette = paletteOf(deck, walk).slice(walk.first, walk.first + letters);
  return [
    describePicture(picture, { marked: session.marks.has(picture.id), index, count: pictures.length }),
    `${untouched(pictures, keys).length} untouched${keys.has(walkedKey(picture)) ? '; this one was gone through' : ''}`,
    picture.tags.length > 0 ? `caption: ${picture.tags.join(', ')}` : 'no tags yet',
    slots ? `empty slots: ${slots.flatMap(({ name, has }, at) => (has.length === 0 ? [`${at + 1} ${name}`] : [])).join(', ') || 'none'}` : 'captions in sentences',
    `letters${style !== null && walk.slot !== null ? ` for ${slotsFor(style)[walk.slot]?.name ?? ''}` : ''}: ${palette.map((tag, place) => `${letterAt(place)} ${tag}${picture.tags.some((other) => sameTag(other, tag)) ? ', is there' : ''}`).join('; ')}`,
  ];
}
