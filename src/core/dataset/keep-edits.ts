import { mapPictures } from './map-pictures.js';
import type { Dataset, Picture } from './model.js';
import { everyPicture } from './read-pictures.js';

interface Meanwhile {
  /** The dataset when the look began. */
  before: Dataset;
  /** The dataset in hand now. */
  now: Dataset;
  /** Captions, by path, whose edits are in hand and may not be on the disk yet. */
  unwritten: ReadonlySet<string>;
}

/**
 * A fresh look at the files takes its time, and keys go on meanwhile: what they edited since, or what is not written yet,
 * stays as it is in hand. So do facts that were read meanwhile.
 */
export function keepEdits(fresh: Dataset, { before, now, unwritten }: Meanwhile): Dataset {
  const [then, current] = [byId(before), byId(now)];
  return mapPictures(fresh, (found) => {
    const held = current.get(found.id);
    if (!held || held === found) return found;
    const isEdited = held.caption !== then.get(found.id)?.caption || unwritten.has(held.captionPath);
    const isSameFile = held.bytes === found.bytes && held.mtimeMs === found.mtimeMs;
    const kept: Picture = {
      ...found,
      ...(isEdited && { caption: held.caption, tags: held.tags }),
      ...(isSameFile && { facts: held.facts ?? found.facts }),
    };
    return isSame(kept, held) ? held : isSame(kept, found) ? found : kept;
  });
}

function byId(dataset: Dataset): ReadonlyMap<number, Picture> {
  return new Map(everyPicture(dataset).map((picture) => [picture.id, picture]));
}

function isSame(a: Picture, b: Picture): boolean {
  return a.path === b.path && a.captionPath === b.captionPath && a.caption === b.caption && a.bytes === b.bytes && a.mtimeMs === b.mtimeMs && a.facts === b.facts && a.locked?.why === b.locked?.why;
}
