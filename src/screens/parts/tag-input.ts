import type { Picture } from '../../core/dataset/model.js';
import { complete, type Suggestion as Completed } from '../../core/vocabulary/search/complete.js';
import { relatedTags } from '../../core/vocabulary/search/related.js';
import { counted, shortCount } from '../../core/words.js';
import type { Deck } from '../deck/deck.js';
import type { Suggestion } from './prompt.js';

/** The tags of a line typed by a person: pieces between commas, without empty ones. */
export function typedTags(text: string): string[] {
  return text
    .split(',')
    .map((piece) => piece.trim())
    .filter(Boolean);
}

interface Options {
  /** The image that gets the tag: what it has comes dimmed, and what goes with it comes first. */
  picture?: Picture | null;
  /** Only tags of the set, for what is to be taken out of it. */
  ofSet?: boolean;
}

/**
 * Completes the last tag of a line of several, from the vocabulary and the tags of the set. Nothing is suggested while
 * nothing is typed.
 */
export function suggestTags(deck: Pick<Deck, 'index' | 'names'>, text: string, { picture = null, ofSet = false }: Options = {}): Suggestion[] {
  const comma = text.lastIndexOf(',');
  const before = comma === -1 ? '' : `${text.slice(0, comma).trimEnd()}, `;
  const typed = text.slice(comma + 1).trimStart();
  if (typed === '') return [];
  const { vocabulary, adult, recent } = deck.names.getState();
  const { index } = deck;
  const present = [...(picture?.tags ?? []), ...typedTags(before)];
  const related = picture ? relatedTo(index, picture) : undefined;
  return complete(vocabulary, typed, { index, present, recent, adult, ofSet, ...(related && { related }), limit: 8 }).map((found) => ({
    text: before + found.tag,
    label: found.via === null ? found.tag : `${found.tag} ← ${found.via.replace(/_/g, ' ')}`,
    letter: found.letter,
    category: found.category,
    note: noteOf(found),
    dim: found.present,
  }));
}

let last: { of: readonly unknown[]; related: ReadonlyMap<string, number> } | null = null;

/** What goes with the tags of an image, computed once for it as it is. */
function relatedTo(index: Deck['index'], picture: Picture): ReadonlyMap<string, number> {
  const of = [index, index.version, picture];
  if (!last?.of.every((part, at) => part === of[at])) last = { of, related: relatedTags(index, picture.tags, picture.id) };
  return last.related;
}

/** How many images of the set have it, else how many posts of the site. */
function noteOf({ count, posts, present }: Completed): string {
  if (present) return count > 0 ? `${count} · is there` : 'is there';
  if (count > 0) return posts === null ? counted(count, 'image') : `${counted(count, 'image')} · ${shortCount(posts)}`;
  return posts === null ? '' : `${shortCount(posts)} posts`;
}
