import { listed, number } from '../words.js';
import type { Dataset, Picture } from './model.js';
import { everyPicture } from './read-pictures.js';

/** What is not as it was, by the names of files. */
export interface Differences {
  /** Captions that were written, made or taken away. */
  captions: ReadonlySet<string>;
  /** Images that were written. */
  images: ReadonlySet<string>;
  added: ReadonlySet<string>;
  removed: ReadonlySet<string>;
  /** Images that lie elsewhere, by where they lie now. */
  moved: ReadonlySet<string>;
}

/** Compares two looks at a workspace. */
export function differences(before: Dataset, after: Dataset): Differences {
  const was = new Map<number, Picture>(everyPicture(before).map((picture) => [picture.id, picture]));
  const found = { captions: new Set<string>(), images: new Set<string>(), added: new Set<string>(), removed: new Set<string>(), moved: new Set<string>() };
  for (const picture of everyPicture(after)) {
    const earlier = was.get(picture.id);
    was.delete(picture.id);
    if (earlier === picture) continue;
    if (!earlier) found.added.add(picture.path);
    else if (earlier.path !== picture.path) found.moved.add(picture.path);
    else {
      if (earlier.caption?.text !== picture.caption?.text || earlier.caption?.encoding !== picture.caption?.encoding) found.captions.add(picture.captionPath);
      if (earlier.bytes !== picture.bytes || earlier.mtimeMs !== picture.mtimeMs) found.images.add(picture.path);
    }
  }
  for (const { path } of was.values()) found.removed.add(path);
  return found;
}

/** Both together, when one follows the other. */
export function joined(a: Differences, b: Differences): Differences {
  return {
    captions: both(a.captions, b.captions),
    images: both(a.images, b.images),
    added: both(a.added, b.added),
    removed: both(a.removed, b.removed),
    moved: both(a.moved, b.moved),
  };
}

function both(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b]);
}

/**
 * What another program did, in one sentence: `Another program wrote 3 captions and added 2 images.` Empty when it did nothing
 * that is seen.
 *
 * @param files - others that it wrote, by name
 */
export function inASentence({ captions, images, added, removed, moved }: Differences, files: readonly string[] = []): string {
  const parts = [
    part('wrote', captions, 'caption'),
    // What came or went was written besides.
    part('wrote', new Set([...images].filter((path) => !removed.has(path) && !added.has(path))), 'image'),
    part('added', added, 'image'),
    part('removed', removed, 'image'),
    part('moved', moved, 'image'),
    files.length > 0 ? `wrote ${listed(files)}` : '',
  ].filter(Boolean);
  if (parts.length === 0) return '';
  const last = parts.pop() ?? '';
  return `Another program ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}.`;
}

/** One or two are named, more are counted. */
function part(verb: string, paths: ReadonlySet<string>, noun: string): string {
  if (paths.size === 0) return '';
  const names = [...paths].map((path) => path.slice(path.lastIndexOf('/') + 1));
  return `${verb} ${paths.size > 2 ? `${number(paths.size)} ${noun}s` : listed(names).replace(', ', ' and ')}`;
}
