import type { GuideRule } from './rule.js';

/** W: what a workspace looks like. */
export const workspaceRules: readonly GuideRule[] = [
  {
    id: 'W01', level: 'error', title: 'the image folder is the parent', source: 'guide part 4',
    rule: 'The trainer is given the workspace, the folder that holds the N_name folders, never one of those folders itself.',
    reason: 'It looks for folders inside the one that it is given. Given 10_name itself it finds no data and ends, without even an error code.',
    check: 'The folder that was opened has a name such as 10_name and images directly in it.',
    fix: 'Open the parent folder.',
  },
  {
    id: 'W02', level: 'warn', title: 'folder without repeats', source: 'guide part 2',
    rule: 'A folder of training images is called N_name; one without the number is not trained.',
    reason: 'The trainer passes over it with one line in its log. Raw, Left out, regularisation images, outputs and logs are meant to be passed over.',
    check: 'Folders of the workspace that hold images and have no number.',
    fix: 'Rename it to 1_name.',
  },
  {
    id: 'W03', level: 'error', title: 'repeats are a whole number of at least 1', source: 'guide part 2',
    rule: 'What stands before the first underscore is a whole number from 1 on: 0_x and x_y are refused.',
    reason: 'The trainer reads that text as a number. If it is none, or under 1, the folder is left out, for 0 without a word.',
    check: 'Folder names, read as the trainer reads them.',
    fix: 'Rename it with a number.',
  },
  {
    id: 'W04', level: 'warn', title: 'the folder names the activation tag', source: 'guide part 2',
    rule: 'What follows N_ is the activation text: one tag, or for a character with several outfits two, in the order that captions start with.',
    reason: 'It is the word that calls the result later, and it stands in for missing captions. Case and underscores do not count: 1_ConceptName goes with conceptname.',
    check: 'The number of tags in the name, and whether most captions start with another one.',
    fix: 'Rename the folder, or put its tag first in the captions (T03).',
  },
  {
    id: 'W05', level: 'warn', title: 'one concept, one folder', source: 'loradeck',
    rule: 'No two folders have the same whole activation text, and no image lies directly in the workspace.',
    reason: 'One concept in two folders is trained under two counts of repeats; images in the workspace itself are never seen. Outfits of one character share only their first tag, which is right (M07).',
    check: 'Activation texts of all folders, and images in the workspace itself.',
    fix: 'Move the images into one concept.',
  },
  {
    id: 'W06', level: null, title: 'a concept is made of copies', source: 'guide part 2',
    rule: 'A new concept begins with 1 repeat, and its images are copied from Raw, not moved.',
    reason: 'The originals stay whole, so every edit can be done over from the start.',
    check: 'Whether there is a concept with images at all.',
    fix: 'Make a concept from images of Raw.',
  },
  {
    id: 'W07', level: 'info', title: 'every concept has a goal', source: 'guide part 1',
    rule: 'Say of each concept what it is to become: character, object, clothing, concept or style.',
    reason: 'How many images are wanted, how often each is shown and which kind of network fits depend on it.',
    check: 'The goals in the [loradeck] table of loradeck.toml, by activation text, by folder, or * for all.',
    fix: 'Set the goal.',
  },
  {
    id: 'W08', level: null, title: 'sort the originals first', source: 'guide part 2',
    rule: 'Images are sorted into those that are ready and those that need editing before a concept is made of them.',
    reason: 'What is wrong with an image is cheapest to put right before it has captions and copies.',
    check: null,
    fix: null,
  },
];
