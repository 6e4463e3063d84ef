import type { Scope, TagChange } from './edit-captions.js';
import { editLines } from './edit-lines.js';
import { pinned } from './place-tag.js';
import type { TagOrder } from './tag-order.js';

/**
 * Sorts the tags of every caption. The activation tags in front stay there (T03), and so do as many tags at the front as `keep` says. Only the
 * tags change places: commas and spaces stay where they are.
 */
export function sortTags(scope: Scope, order: TagOrder, { keep = 0 }: { keep?: number } = {}): TagChange {
  return editLines(
    scope,
    (images) => `sorted the tags of ${images} ${order.name}`,
    (line, { activation }) => {
      const { tags } = line;
      const front = Math.max(keep, pinned(tags, activation));
      const sorted = tags.slice(front).sort((a, b) => order.compare(a, b));
      for (const [at, tag] of sorted.entries()) line.replace(front + at, tag);
    },
    { sentences: 'which are not sorted' },
  );
}
