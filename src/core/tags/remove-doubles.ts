import type { Scope, TagChange } from './edit-captions.js';
import { editLines } from './edit-lines.js';

/** Takes every tag out that stands there for the second time, in whatever spelling; the foremost stays. All else keeps its bytes. */
export function removeDoubles(scope: Scope): TagChange {
  return editLines(
    scope,
    (images) => `removed doubled tags from ${images}`,
    (line) => {
      for (let at = 0; at < line.tags.length; at++) {
        const tag = line.tags[at] ?? '';
        for (let again = line.find(tag, at + 1); again >= 0; again = line.find(tag, at + 1)) line.remove(again);
      }
    },
    { sentences: 'which have no tags that could double' },
  );
}
