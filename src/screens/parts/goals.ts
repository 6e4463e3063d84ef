import type { Goal, PromptStyle } from '../../core/settings/model.js';

/** What a concept can be for (W07), in words for a list. */
export const goals: readonly { goal: Goal; label: string; about: string }[] = [
  { goal: 'character', label: 'a character', about: 'Someone drawn or photographed many times. 15–50 images, 30 is ideal; each is seen about 100 times (D01, S07).' },
  { goal: 'object', label: 'an object', about: 'A thing: a vehicle, a weapon, a building. 15–50 images (D01).' },
  { goal: 'clothing', label: 'clothing', about: 'An outfit or a piece of one, best on different wearers. 15–50 images (D01).' },
  { goal: 'concept', label: 'a concept', about: 'A pose, a situation, an effect. 15–50 images (D01).' },
  { goal: 'style', label: 'a style', about: 'How pictures look. 50–200 images, 125–150 are best; each is seen 30–40 times; everything in them is tagged (Y02–Y04).' },
];

/** The prompting styles (T02), in words for a list. */
export const styles: readonly { style: PromptStyle; label: string; about: string }[] = [
  { style: 'booru', label: 'booru tags', about: 'For anime models and what descends from them: 1girl, long hair, from side.' },
  { style: 'e6', label: 'e6 tags', about: 'For furry models (fluffyrock and kin): solo, anthro, side view.' },
  { style: 'natural', label: 'natural language', about: 'For base models: a sentence that describes the picture.' },
];
