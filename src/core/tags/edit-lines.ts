import { listed } from '../words.js';
import { joinCaption, splitCaption } from './caption.js';
import { editCaptions, type EditedCaption, type Scope, type TagChange } from './edit-captions.js';
import { isNatural } from './natural.js';
import { TagLine } from './tag-line.js';

/**
 * Runs `edit` on the first line of every caption, as {@link editCaptions} does on the whole text.
 *
 * @param sentences - what is said of captions written in sentences, which have no tags to edit (T16); without it they are edited too
 */
export function editLines(
  scope: Scope,
  what: (images: string) => string,
  edit: (line: TagLine, caption: EditedCaption) => void,
  { sentences }: { sentences?: string } = {},
): TagChange {
  const change = editCaptions(scope, what, (caption) => {
    if (sentences !== undefined && isNatural(caption.text)) return caption.text;
    const { pieces, rest } = splitCaption(caption.text);
    const line = new TagLine(pieces);
    edit(line, caption);
    return joinCaption({ pieces: line.pieces, rest });
  });
  if (sentences === undefined) return change;
  // Counted by themselves, so that nobody takes them for captions that are in order.
  const natural = scope.pictures.filter(({ locked, caption }) => !locked && caption !== null && isNatural(caption.text));
  const seen = new Set(change.skipped.map(({ image }) => image));
  const passed = natural.filter(({ path }) => !seen.has(path));
  change.skipped.push(...passed.map(({ path }) => ({ image: path, why: `${path} is written in sentences, ${sentences}.` })));
  return { ...change, unchanged: change.unchanged - passed.length };
}

/** Tags in quotes, the first three of them. */
export function quoted(tags: readonly string[]): string {
  return listed(tags.map((tag) => `“${tag}”`));
}
