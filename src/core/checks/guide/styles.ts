import type { GuideRule } from './rule.js';

/** Y: training a style. */
export const styleRules: readonly GuideRule[] = [
  {
    id: 'Y01', level: 'warn', title: 'network for a style', source: 'guide part 8',
    rule: 'LoCon, GLoRA or iA3, rank at most 32 (64 at the very most).',
    reason: 'A style is broad, which these are made for; above 32 trouble begins.',
    check: 'network_dim where the goal is a style.',
    fix: null,
  },
  {
    id: 'Y02', level: 'warn', title: 'images for a style', source: 'guide part 8',
    rule: '50 to 200, best 125 to 150.',
    reason: 'See D02, where it is checked.',
    check: 'The number of images where the goal is a style.',
    fix: null,
  },
  {
    id: 'Y03', level: 'info', title: 'tag everything in a style', source: 'guide part 8',
    rule: 'Backgrounds, clothing and all other content are tagged thoroughly.',
    reason: 'What is tagged is kept out of the style.',
    check: null, fix: null,
  },
  {
    id: 'Y04', level: 'info', title: 'passes for a style', source: 'guide part 8',
    rule: '30 to 40 passes an image, not 100.',
    reason: 'Styles are learnt sooner.',
    check: null, fix: null,
  },
];
