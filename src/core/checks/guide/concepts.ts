import type { GuideRule } from './rule.js';

/** M: several concepts in one training. */
export const conceptRules: readonly GuideRule[] = [
  {
    id: 'M01', level: 'warn', title: 'batch size 1 with several concepts', source: 'guide part 6',
    rule: 'One image a step.',
    reason: 'In a larger batch concepts melt together, or one overpowers the other.',
    check: 'train_batch_size with the number of concepts.',
    fix: 'Set 1.',
  },
  {
    id: 'M02', level: 'warn', title: 'flipping counts for all', source: 'guide part 6',
    rule: 'Flip augmentation applies to every concept.',
    reason: 'It cannot be turned off for one of them.',
    check: null,
    fix: 'Turn it off.',
  },
  {
    id: 'M03', level: 'info', title: 'rank with several concepts', source: 'guide part 6',
    rule: 'Try 32 for rank and alpha.',
    reason: 'There is more to hold.',
    check: null, fix: null,
  },
  {
    id: 'M04', level: 'warn', title: 'balance', source: 'guide part 6',
    rule: 'Repeats are set so that images × repeats is the same for every concept.',
    reason: 'Otherwise the largest folder dominates. The guide multiplies by the epochs too, which is right only if one epoch is trained, and leaves one save.',
    check: 'images × repeats of every folder against the largest; more than 5 % off is said.',
    fix: 'Rename the folders with balanced repeats.',
  },
  {
    id: 'M05', level: 'info', title: 'rounding', source: 'loradeck',
    rule: 'The smallest repeats that balance within a tolerance, with fewer epochs to match.',
    reason: 'Repeats are whole numbers, so small ones balance badly.',
    check: null, fix: null,
  },
  {
    id: 'M06', level: 'warn', title: 'very uneven concepts', source: 'guide part 6',
    rule: 'A concept with a third or less of the largest one’s images may over-bake.',
    reason: 'Its few images are shown very often.',
    check: 'images of the smallest folder against the largest.',
    fix: 'Add images.',
  },
  {
    id: 'M07', level: null, title: 'outfits and versions', source: 'guide part 6',
    rule: 'A character with outfits: N_charactertag, outfittag, both tags first. Otherwise one tag a version, such as armortagm and armortagf.',
    reason: 'What is shared is learnt once, what differs can be asked for.',
    check: 'See W04 and T03.',
    fix: null,
  },
  {
    id: 'M08', level: null, title: 'renaming is one step', source: 'loradeck',
    rule: 'A new activation text changes the folder and the captions together.',
    reason: 'Half of it would make every caption wrong.',
    check: null, fix: null,
  },
];
