import type { GuideRule } from './rule.js';

/** Q: watching a run and judging what came of it. */
export const watchingRules: readonly GuideRule[] = [
  {
    id: 'Q01', level: null, title: 'count in epochs', source: 'guide part 5',
    rule: 'Epochs first, steps second.',
    reason: 'Sets differ too much for a number of steps to mean anything.',
    check: null, fix: null,
  },
  {
    id: 'Q02', level: 'info', title: 'loss is not a grade', source: 'guide part 5',
    rule: 'No value of the loss is good or bad; a large lasting change late in the run is worth a look.',
    reason: 'It may have gone wrong or begun to overtrain; the epoch before is the candidate.',
    check: null, fix: null,
  },
  {
    id: 'Q03', level: 'error', title: 'loss is not a number', source: 'guide part 5',
    rule: 'A loss of NaN or infinity means that the run is lost.',
    reason: 'Nothing after it is learnt.',
    check: null, fix: null,
  },
  {
    id: 'Q04', level: null, title: 'too little, too much', source: 'guide part 5',
    rule: 'Mushy or missing details: trained too little. Odd oversaturated colours, one style, one pose: too much.',
    reason: 'The eye sees it sooner than any number.',
    check: null, fix: null,
  },
  {
    id: 'Q05', level: null, title: 'strange anatomy', source: 'guide part 5',
    rule: 'Look for the cause in the dataset: rare poses, odd angles, groups.',
    reason: 'What is rare in the set comes out distorted.',
    check: null, fix: null,
  },
  {
    id: 'Q06', level: null, title: 'alpha scales the rate', source: 'guide part 5',
    rule: 'Alpha divided by rank multiplies the learning rate.',
    reason: 'Half the alpha is half the rate, and wants a longer training.',
    check: null, fix: null,
  },
  {
    id: 'Q07', level: null, title: 'remedies', source: 'guide part 5',
    rule: 'A pose or background by default: tag it everywhere. Something clings: tag it. Too many tags: train longer. Trouble with Prodigy: try DAdaptAdam.',
    reason: 'Most faults of a result are put right in the captions.',
    check: null, fix: null,
  },
];
