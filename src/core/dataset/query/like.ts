import { unlikeness } from '../../images/print.js';
import { glob } from './glob.js';
import { comparable } from './searchable.js';
import type { Predicate, QueryContext } from './term-kind.js';

/** Pictures whose prints differ by no more look alike to a person too: other sizes, crops of little, another expression. */
const alike = 14;

/**
 * Matches pictures that look like one of those with a file name or path (`like:0012`, `like:4_pipnix/0012.png`), itself
 * included. None where no picture has it, or as long as the images were not decoded.
 */
export function matchLike(wanted: string): Predicate {
  const pattern = glob(wanted);
  let asked: { prints: QueryContext['prints']; models: readonly string[] } | null = null;
  return (picture, { prints }) => {
    const own = prints?.get(picture.path);
    if (!prints || own === undefined) return false;
    if (asked?.prints !== prints) asked = { prints, models: modelsIn(prints, (path) => pattern.matches(comparable(path))) };
    return asked.models.some((model) => unlikeness(model, own) <= alike);
  };
}

function modelsIn(prints: ReadonlyMap<string, string>, matches: (path: string) => boolean): string[] {
  const models = new Set<string>();
  for (const [path, print] of prints) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if ([path, name, name.replace(/\.[^.]*$/, '')].some(matches)) models.add(print);
  }
  return [...models];
}
