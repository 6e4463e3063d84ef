import { expect, test } from 'vitest';
import { fillSlots, slotPalette, slotsFor } from '../../../src/core/tags/slots/slots.js';
import { tagKey } from '../../../src/core/tags/same-tag.js';

const filled = (style: 'booru' | 'e6', ...tags: string[]) =>
  Object.fromEntries(fillSlots(style, tags).flatMap(({ name, has }) => (has.length > 0 ? [[name, has]] : [])));

test('each style has the slots in the guide’s order, each name once, and few enough for letters', () => {
  for (const style of ['booru', 'e6'] as const) {
    const slots = slotsFor(style);
    expect(slots.map(({ name }) => name)).toEqual(['form', 'who', 'outfit', 'clothing', 'eyes', 'medium', 'framing', 'place', 'pose']);
    const all = slots.flatMap(({ tags }) => tags.map(tagKey));
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    for (const { tags } of slots) expect(tags.length).toBeLessThanOrEqual(26);
  }
});

test('the sites’ own words fill a slot, in any spelling', () => {
  expect(filled('e6', 'Anthro', 'male', 'low-angle_view', '3d \\(artwork\\)')).toEqual({ form: ['Anthro'], who: ['male'], framing: ['low-angle_view'], medium: ['3d \\(artwork\\)'] });
  expect(filled('booru', '6+girls', 'from below')).toEqual({ who: ['6+girls'], framing: ['from below'] });
  // The other site's word is none.
  expect(filled('booru', 'low-angle_shot')).toEqual({});
});

test('a tag that ends like one of a slot fills it, one that only holds the word does not', () => {
  expect(filled('booru', 'blue scarf', 'striped background', 'glowing eyes')).toEqual({ outfit: ['blue scarf'], place: ['striped background'], eyes: ['glowing eyes'] });
  expect(filled('booru', 'scarf theft', 'eyes of a cat', 'windscarf')).toEqual({});
});

test('what the set uses comes first in a slot’s palette, in the order of the set, then the site’s other names', () => {
  const palette = slotPalette('booru', 2, ['solo', 'red scarf', 'Hat', 'beach']);
  expect(palette.slice(0, 3)).toEqual(['red scarf', 'Hat', 'shirt']);
  expect(palette.map(tagKey).filter((key) => key === 'hat')).toHaveLength(1);
  expect(slotPalette('booru', 9, ['solo'])).toEqual([]);
});
