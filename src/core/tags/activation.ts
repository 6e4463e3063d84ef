import { comparable } from '../dataset/query/searchable.js';
import { joinCaption, splitCaption } from './caption.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { pinned, placeTag } from './place-tag.js';
import { TagLine } from './tag-line.js';

/** Does the text begin with these words as a whole, whatever follows but letters and digits (T16)? */
export function startsWithWords(text: string, words: string): boolean {
  const [before, word] = [comparable(text).trimStart(), comparable(words)];
  return before.startsWith(word) && !/^[\p{L}\p{N}]/u.test(before.slice(word.length));
}

/** A caption in sentences with the activation text and a comma in front, unless it begins with it (T16). */
export function pinnedInSentences(text: string, activation: readonly string[]): string {
  const words = activation.join(', ');
  if (words === '' || startsWithWords(text, words)) return text;
  const [lead = ''] = /^\s*/.exec(text) ?? [];
  return `${lead}${words}, ${text.slice(lead.length)}`;
}

/**
 * Puts the activation tags of its concept in front of every caption, in their order (T03); what is there moves. A caption in sentences gets the
 * activation text and a comma in front, unless it begins with it (T16). A missing caption is made (T01).
 */
export function pinActivation(scope: Scope): TagChange {
  return editCaptions(scope, (images) => `the activation tags are first in ${images}`, ({ text, activation }) => {
    if (activation.length === 0) return text;
    const { pieces, rest } = splitCaption(text);
    const line = new TagLine(pieces);
    if (pinned(line.tags, activation) === activation.length) return text;
    if (isNatural(text)) return pinnedInSentences(text, activation);
    for (const tag of activation) placeTag(line, tag, 'first', activation, true);
    return joinCaption({ pieces: line.pieces, rest });
  });
}
