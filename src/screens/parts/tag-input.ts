import { completions } from '../../core/tags/completions.js';
import type { TagIndex } from '../../core/tags/tag-index.js';
import { counted } from '../../core/words.js';
import type { Suggestion } from './prompt.js';

/** The tags of a line typed by a person: pieces between commas, without empty ones. */
export function typedTags(text: string): string[] {
  return text
    .split(',')
    .map((piece) => piece.trim())
    .filter(Boolean);
}

/**
 * Completes the last tag of a line of several from the tags of the set. Nothing is suggested while nothing is typed.
 *
 * @param present tags that are there already; they come dimmed
 */
export function suggestTags(index: TagIndex, text: string, present: readonly string[] = []): Suggestion[] {
  const comma = text.lastIndexOf(',');
  const before = comma === -1 ? '' : `${text.slice(0, comma).trimEnd()}, `;
  const typed = text.slice(comma + 1).trimStart();
  if (typed === '') return [];
  return completions(index, typed, { present, limit: 8 }).map(({ tag, count: images, present: dim }) => ({
    text: before + tag,
    label: tag,
    note: dim ? `${images} · is there` : counted(images, 'image'),
    dim,
  }));
}
