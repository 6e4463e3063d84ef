import { printable } from '../printable.js';
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
    return editLine(caption, (line) => edit(line, caption));
  });
  if (sentences === undefined) return change;
  // Counted by themselves, so that nobody takes them for captions that are in order.
  const natural = scope.pictures.filter(({ locked, caption }) => !locked && caption !== null && isNatural(caption.text));
  const seen = new Set(change.skipped.map(({ image }) => image));
  const passed = natural.filter(({ path }) => !seen.has(path));
  change.skipped.push(...passed.map(({ path }) => ({ image: path, why: `${printable(path)} is written in sentences, ${sentences}.` })));
  return { ...change, unchanged: change.unchanged - passed.length };
}

/** The text of a caption after an edit of its first line. */
export function editLine({ text }: EditedCaption, edit: (line: TagLine) => void): string {
  const { pieces, rest } = splitCaption(text);
  const line = new TagLine(pieces);
  edit(line);
  return joinCaption({ pieces: line.pieces, rest });
}

/** Tags in quotes, the first three of them. */
export function quoted(tags: readonly string[]): string {
  return listed(tags.map((tag) => `“${tag}”`));
}
