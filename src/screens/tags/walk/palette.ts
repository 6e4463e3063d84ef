import { tagKey } from '../../../core/tags/same-tag.js';
import { slotPalette, type SlotStyle } from '../../../core/tags/slots/slots.js';
import type { Deck } from '../../deck/deck.js';
import type { Walk } from './model.js';
import { isActivation } from './walked.js';

const codeOfA = 97;

/** The letter of a place on the page, from `a`. */
export function letterAt(place: number): string {
  return String.fromCharCode(codeOfA + place);
}

/** The place that a key stands for; -1 when it is no small letter. */
export function placeOfLetter(key: string): number {
  return /^[a-z]$/.test(key) ? key.charCodeAt(0) - codeOfA : -1;
}

/** The tags of the set that letters can stand for, the most frequent first; activation tags are on every image anyway (T03). */
export function frequentTags(deck: Deck): string[] {
  const activation = deck.session.getState().dataset?.concepts ?? [];
  return deck.index.list().flatMap(({ tag }) => (isActivation(tag, activation) ? [] : [tag]));
}

/** All tags on letters: as they were when the walk began, then those that came since. One that nothing has any more keeps its place. */
export function paletteOf(deck: Deck, walk: Walk): readonly string[] {
  if (walk.slot !== null) return walk.palette;
  const there = new Set(walk.palette.map(tagKey));
  const fresh = frequentTags(deck).filter((tag) => !there.has(tagKey(tag)));
  return fresh.length === 0 ? walk.palette : [...walk.palette, ...fresh];
}

/** The style whose slots are offered; null where captions are sentences (T16). */
export function slotStyle(deck: Deck): SlotStyle | null {
  const style = deck.session.getState().settings?.ours.style ?? 'booru';
  return style === 'natural' ? null : style;
}

/** The tags for a slot (T05): those of the set, then the site's names, with parentheses as the set writes them. */
export function slotTags(deck: Deck, style: SlotStyle, slot: number): string[] {
  const ofSet = frequentTags(deck);
  const escaped = ofSet.some((tag) => tag.includes('\\('));
  const used = new Set(ofSet);
  return slotPalette(style, slot, ofSet).map((tag) => (escaped && !used.has(tag) ? tag.replace(/[()]/g, '\\$&') : tag));
}
