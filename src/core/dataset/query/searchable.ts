import { isNatural } from '../../tags/natural.js';
import { tagKey } from '../../tags/same-tag.js';
import type { Caption, Picture } from '../model.js';

/** A picture's texts in the form that queries compare: case folded, `_` as a space, `\(` as `(`. */
export interface Searchable {
  /** All tags as `tagKey` has them, each between line feeds, so that a whole tag is one search in one text. */
  tags: string;
  caption: string;
  name: string;
  path: string;
}

const searchables = new WeakMap<Picture, Searchable>();
const names = new WeakMap<readonly string[], string>();

/** The searchable form of a picture, made once for each picture object. */
export function searchable(picture: Picture): Searchable {
  let found = searchables.get(picture);
  if (!found) {
    found = {
      tags: tagText(picture.tags),
      caption: comparable(picture.caption?.text ?? ''),
      name: comparable(picture.name),
      path: comparable(picture.path),
    };
    searchables.set(picture, found);
  }
  return found;
}

function tagText(tags: readonly string[]): string {
  let text = names.get(tags);
  if (text === undefined) {
    text = `\n${tags.map((tag) => `${tagKey(tag)}\n`).join('')}`;
    names.set(tags, text);
  }
  return text;
}

/** The form in which two names are compared: case, `_` or space, and the backslash before a parenthesis do not matter. */
export function comparable(text: string): string {
  return text.toLowerCase().replace(/_|\\(?=[()])/g, (found) => (found === '_' ? ' ' : ''));
}

const natural = new WeakMap<Caption, boolean>();

/** Is the picture's caption written in sentences? Looked at once for each caption. */
export function isNaturalCaption({ caption }: Picture): boolean {
  if (caption === null) return false;
  let found = natural.get(caption);
  if (found === undefined) natural.set(caption, (found = isNatural(caption.text)));
  return found;
}
