import type { Session } from '../../../core/session/session.js';
import { current } from '../../../core/session/visible.js';
import { walkedKey } from '../../../core/session/walked.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import type { Deck } from '../../deck/deck.js';
import { describePicture } from '../../parts/describe-picture.js';
import type { Walk } from './model.js';
import { letterAt, paletteOf } from './palette.js';
import { untouched } from './walked.js';

/** The walk for the ear. @param letters how many letters stand for a tag */
export function sayWalk(deck: Deck, session: Session, walk: Walk, keys: ReadonlySet<string>, letters: number): string[] {
  const { picture, index, pictures } = current(session);
  if (!picture) return ['no image'];
  const palette = paletteOf(deck, walk).slice(walk.first, walk.first + letters);
  return [
    describePicture(picture, { marked: session.marks.has(picture.id), index, count: pictures.length }),
    `${untouched(pictures, keys).length} untouched${keys.has(walkedKey(picture)) ? '; this one was gone through' : ''}`,
    picture.tags.length > 0 ? `caption: ${picture.tags.join(', ')}` : 'no tags yet',
    `letters: ${palette.map((tag, place) => `${letterAt(place)} ${tag}${picture.tags.some((other) => sameTag(other, tag)) ? ', is there' : ''}`).join('; ')}`,
  ];
}
