import type { GuideRule } from './rule.js';

/** C: pictures with artificial noise. */
export const cleanUpRules: readonly GuideRule[] = [
  {
    id: 'C01', level: null, title: 'noise over the whole picture', source: 'guide part 2.5',
    rule: 'Pictures that look compressed or noisy all over may be made to disturb training; when unsure, look closely or clean them.',
    reason: 'The noise stands between the model and what is drawn, and a few such pictures can twist colours and anatomy.',
    check: null, fix: null,
  },
  {
    id: 'C02', level: null, title: 'leave it out first', source: 'loradeck',
    rule: 'The first advice is to leave such a picture out.',
    reason: 'Its artist may not want it to be trained on, and other pictures serve as well.',
    check: null, fix: 'Leave it out.',
  },
  {
    id: 'C03', level: null, title: 'clean by upscaling', source: 'guide part 2.5',
    rule: 'Upscale by two with a model that smooths or removes JPEG artefacts.',
    reason: 'The noise is too fine to survive it.',
    check: null, fix: null,
  },
  {
    id: 'C04', level: null, title: 'clean by shrinking and upscaling', source: 'guide part 2.5',
    rule: 'Shrink to a half or three quarters, then upscale with a model.',
    reason: 'It removes more, but a small picture loses too much: the source must stay above the training resolution.',
    check: null, fix: null,
  },
  {
    id: 'C05', level: null, title: 'clean by filtering', source: 'guide part 2.5',
    rule: 'Bilateral filtering many times over, then a guided filter with the original; may be combined with the others.',
    reason: 'It smooths areas and keeps edges.',
    check: null, fix: null,
  },
];
