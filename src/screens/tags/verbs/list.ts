import { pinActivation } from '../../../core/tags/activation.js';
import { joinLines, keepFirstLine } from '../../../core/tags/lines.js';
import { removeDoubles } from '../../../core/tags/remove-doubles.js';
import type { Deck } from '../../deck/deck.js';
import { bulkAdd, bulkMove, bulkNormalise, bulkRemove } from '../bulk.js';
import type { Target } from '../scope.js';
import { askSet, copyTags, pasteCopied } from './copy.js';
import { askConvert, proposePrune } from './names.js';
import { proposeTags } from './propose-tags.js';
import { askRename, proposeRepair } from './files.js';
import { bulkReplace } from './replace.js';
import { askSentence } from './sentence.js';
import { askSort } from './sort.js';
import { askText } from './text.js';

/** A bulk verb in the menu. */
export interface Verb {
  /** The key that runs it while the menu is open. */
  key: string;
  label: string;
  /** @param tag the one under the cursor, or empty */
  run: (deck: Deck, target: Target, tag: string) => void | Promise<void>;
}

/** Every bulk verb, in the order of the menu. */
export const verbs: readonly Verb[] = [
  { key: 'a', label: 'add tags, at a place', run: (deck, target) => bulkAdd(deck, target) },
  { key: 'd', label: 'remove tags', run: (deck, target, tag) => bulkRemove(deck, tag, target) },
  { key: 'r', label: 'replace tags by tags, or a list by a list', run: (deck, target, tag) => bulkReplace(deck, tag, target) },
  { key: 't', label: 'replace text, across tags and lines', run: (deck, target) => askText(deck, target, 'text') },
  { key: 'x', label: 'replace by a regular expression in each tag', run: (deck, target) => askText(deck, target, 'tags') },
  { key: 'X', label: 'replace by a regular expression in the whole caption', run: (deck, target) => askText(deck, target, 'captions') },
  { key: 'm', label: 'move a tag', run: (deck, target, tag) => bulkMove(deck, tag, target) },
  { key: 'o', label: 'sort the tags', run: (deck, target) => askSort(deck, target) },
  { key: 'n', label: 'tidy: separators, doubles, underscores, line ends (T12)', run: (deck, target) => bulkNormalise(deck, target) },
  { key: '2', label: 'remove doubled tags alone', run: (deck, target) => proposeTags(deck, target, 'remove doubled tags', 'have none', (scope) => removeDoubles(scope)) },
  { key: 'i', label: 'take out what other tags imply (T08)', run: (deck, target) => proposePrune(deck, target) },
  { key: 'C', label: 'convert names: aliases, e621 ↔ Danbooru (T10, T11)', run: (deck, target) => askConvert(deck, target) },
  { key: 'p', label: 'activation tags to the front (T03)', run: (deck, target) => proposeTags(deck, target, 'put activation tags first', 'have them there', (scope) => pinActivation(scope)) },
  { key: 'R', label: 'rename the concept: folder and captions (M08)', run: (deck) => askRename(deck) },
  { key: 'c', label: 'copy the tags of this image', run: (deck) => copyTags(deck) },
  { key: 'v', label: 'add the copied tags', run: (deck, target) => pasteCopied(deck, target, 'add') },
  { key: 'V', label: 'the copied tags in the place of those there are', run: (deck, target) => pasteCopied(deck, target, 'set') },
  { key: '=', label: 'these tags and no others', run: (deck, target) => askSet(deck, target) },
  { key: 'w', label: 'write a sentence at the end', run: (deck, target) => askSentence(deck, target, 'end') },
  { key: 'W', label: 'write a sentence at the beginning', run: (deck, target) => askSentence(deck, target, 'beginning') },
  { key: 'z', label: 'remove a sentence', run: (deck, target) => askSentence(deck, target, 'remove') },
  { key: 'l', label: 'one line of all lines', run: (deck, target) => proposeTags(deck, target, 'join lines', 'have one line', (scope) => joinLines(scope)) },
  { key: 'L', label: 'only the first line', run: (deck, target) => proposeTags(deck, target, 'remove further lines', 'have one line', (scope) => keepFirstLine(scope)) },
  { key: 'e', label: 'save as UTF-8, without mark, with \\n (T12)', run: (deck, target) => proposeRepair(deck, target) },
];
