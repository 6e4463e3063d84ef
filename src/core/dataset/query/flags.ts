import { tagsOf } from '../../tags/caption.js';
import { tagKey } from '../../tags/same-tag.js';
import { folderName } from '../folder-name.js';
import type { Picture } from '../model.js';
import { QueryError } from './query-error.js';
import { isNaturalCaption } from './searchable.js';
import type { Predicate } from './term-kind.js';

/** What a picture is or is not, as `is:NAME`. */
const flags: Readonly<Record<string, Predicate>> = {
  marked: ({ id }, { marked }) => marked?.has(id) ?? false,
  untagged: (picture) => isUntagged(picture),
  natural: (picture) => isNaturalCaption(picture),
  uncaptioned: ({ caption }) => caption === null,
  multiline: ({ caption }) => caption !== null && /[\r\n]/.test(caption.text.trimEnd()),
  locked: ({ locked }) => locked !== undefined,
};

export const flagNames: readonly string[] = Object.keys(flags);

/** The predicate of `is:NAME`. @throws QueryError when there is no such name */
export function flag(text: string, at: number): Predicate {
  const name = text.trim().toLowerCase();
  const found = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (!found) throw new QueryError(`is takes one of ${flagNames.join(', ')}`, at);
  return found;
}

/** The activation tags of folders, by their names. */
const activations = new Map<string, ReadonlySet<string>>();

/** Has the picture no tag besides the activation tags of its concept? */
function isUntagged({ folder, tags }: Picture): boolean {
  let activation = activations.get(folder);
  if (!activation) {
    if (activations.size > 10_000) activations.clear();
    activations.set(folder, (activation = new Set(tagsOf(folderName(folder).text).map(tagKey))));
  }
  for (const tag of tags) if (!activation.has(tagKey(tag))) return false;
  return true;
}
