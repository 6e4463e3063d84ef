import { tagKey } from '../same-tag.js';
import { slotNames } from './slot-names.js';

/** The site whose names a set is written in (T02). */
export type SlotStyle = 'booru' | 'e6';

/** One of the things that every caption should speak of (T05). */
export interface Slot {
  name: string;
  /** The site's own names for it, the common ones first. */
  tags: readonly string[];
}

/** A slot, and what a caption has for it. */
export interface FilledSlot extends Slot {
  has: readonly string[];
}

/** The slots in the order in which the guide goes through them (T05). The activation tag is not among them: it is on every image. */
export function slotsFor(style: SlotStyle): readonly Slot[] {
  return slotNames.map(({ name, both, e6, booru }) => ({ name, tags: [...both, ...(style === 'e6' ? e6 : booru)] }));
}

/** What of a caption's tags fills each slot: the names that are listed, and others that end like them (`blue scarf`). */
export function fillSlots(style: SlotStyle, tags: readonly string[]): FilledSlot[] {
  return slotsFor(style).map((slot, at) => ({ ...slot, has: tags.filter((tag) => fits(at, slot, tag)) }));
}

/** The tags of the set that belong to a slot, then the slot's own names that the set has not; each once. @param at the number of the slot, from 0 */
export function slotPalette(style: SlotStyle, at: number, ofSet: readonly string[]): string[] {
  const slot = slotsFor(style)[at];
  if (!slot) return [];
  const used = ofSet.filter((tag) => fits(at, slot, tag));
  const keys = new Set(used.map(tagKey));
  return [...used, ...slot.tags.filter((tag) => !keys.has(tagKey(tag)))];
}

function fits(at: number, slot: Slot, tag: string): boolean {
  const key = tagKey(tag);
  return slot.tags.some((name) => tagKey(name) === key) || (slotNames[at]?.like?.test(key) ?? false);
}
