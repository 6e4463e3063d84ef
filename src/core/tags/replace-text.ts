import { printable } from '../printable.js';
import { tagsOf } from './caption.js';
import { editCaptions, type Scope, type TagChange } from './edit-captions.js';
import { editLines } from './edit-lines.js';
import { replaceByPattern } from './pattern.js';
import { rewrite } from './replace-tags.js';
import { cleanTag, InvalidTag } from './same-tag.js';

export interface ReplaceOptions {
  /** `A` is not `a`. Default false. */
  matchCase?: boolean;
  /** How long an expression may work, in milliseconds. */
  limitMs?: number;
}

/**
 * Replaces text wherever it stands in the captions, across tags and sentences and in every line. Case does not matter unless told.
 *
 * @throws InvalidTag when there is no text to look for, or a control character is to be written
 */
export function replaceText(scope: Scope, text: string, replacement: string, { matchCase = false }: ReplaceOptions = {}): TagChange {
  if (text === '') throw new InvalidTag('There is no text to look for.');
  refuseControls(replacement);
  const literal = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), matchCase ? 'g' : 'gi');
  const what = `replaced the text “${printable(text)}” by “${printable(replacement)}”`;
  return editCaptions(scope, (images) => `${what} in ${images}`, (caption) => caption.text.replace(literal, () => replacement));
}

/**
 * Replaces by a regular expression: in each tag, or with `within: 'text'` in the whole caption, where `^` and `$` are the ends of a line. A tag
 * of which nothing is left goes; one in which a comma comes becomes several; none doubles.
 *
 * @throws InvalidPattern when the expression cannot be read or takes too long
 * @throws InvalidTag when what comes cannot be written
 */
export function replacePattern(
  scope: Scope,
  source: string,
  replacement: string,
  { within = 'tags', ...options }: ReplaceOptions & { within?: 'tags' | 'text' } = {},
): TagChange {
  refuseControls(replacement);
  const what = `replaced /${printable(source)}/ by “${printable(replacement)}”`;
  // All at once: the time is that of all captions.
  const texts = new Set<string>();
  for (const { caption, tags } of scope.pictures) for (const text of within === 'tags' ? tags : [caption?.text ?? '']) texts.add(text);
  const before = [...texts];
  const after = replaceByPattern(before, source, replacement, options);
  const table = new Map(before.map((text, at) => [text, after[at] ?? text]));
  if (within === 'text') return editCaptions(scope, (images) => `${what} in ${images}`, ({ text }) => table.get(text) ?? text);
  return editLines(scope, (images) => `${what} in the tags of ${images}`, (line) => {
    rewrite(line, (tag) => {
      const next = table.get(tag) ?? tag;
      return next === tag ? null : tagsOf(next).map(cleanTag);
    });
  }, { sentences: 'in which an expression for tags replaces nothing' });
}

function refuseControls(replacement: string): void {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(replacement)) throw new InvalidTag('The new text holds a control character.');
  if (!replacement.isWellFormed()) throw new InvalidTag('The new text holds half a character.');
}
