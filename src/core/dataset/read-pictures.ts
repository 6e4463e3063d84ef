import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tagsOf } from '../tags/caption.js';
import { printable } from '../printable.js';
import { ending } from './image-names.js';
import { inParallel } from '../in-parallel.js';
import type { Caption, Dataset, Locked, Picture } from './model.js';
import { lockedCaption, readCaptionFile } from './read-caption-file.js';

/** How many files are looked at at once: enough to hide the latency of a network file system. */
const atOnce = 32;

let lastId = 0;

/** What an earlier scan knew, so that unchanged pictures stay the same objects and renamed ones keep their number. */
export interface Earlier {
  byPath: ReadonlyMap<string, Picture>;
  /** Pictures by size and time; null where several share them. */
  byStamp: ReadonlyMap<string, Picture | null>;
}

/** Indexes the pictures of an earlier scan. */
export function earlierOf(dataset: Dataset | undefined): Earlier {
  const byPath = new Map<string, Picture>();
  const byStamp = new Map<string, Picture | null>();
  if (dataset) {
    for (const picture of everyPicture(dataset)) {
      byPath.set(picture.path, picture);
      const stamp = stampOf(picture);
      byStamp.set(stamp, byStamp.has(stamp) ? null : picture);
    }
  }
  return { byPath, byStamp };
}

/** Every picture of a dataset: the concepts', then those of `Raw`, then those left out. */
export function everyPicture(dataset: Dataset): Picture[] {
  return [...dataset.concepts.flatMap((concept) => concept.pictures), ...dataset.raw, ...dataset.leftOut];
}

/** Where the files of a folder's pictures lie, and what an earlier scan knew. */
export interface Place {
  root: string;
  folder: string;
  captionExtension: string;
  /** Every file path that the walk saw, so that absent captions cost no look. */
  files: ReadonlySet<string>;
  earlier: Earlier;
  /** Numbers given in this scan: a copied file must not take the number of the one it was copied from. */
  taken: Set<number>;
}

/** Reads the pictures at these paths with their captions. Their facts are taken over from before, not read. */
export function readPictures(place: Place, paths: readonly string[]): Promise<Picture[]> {
  return inParallel(paths, atOnce, (path) => readPicture(place, path));
}

async function readPicture(place: Place, path: string): Promise<Picture> {
  const known = place.earlier.byPath.get(path);
  const [found, captionFile] = await Promise.all([
    // A broken link is listed by the trainer too, which then stops on it.
    stat(join(place.root, path)).catch(() => null),
    findCaption(place, path, known?.caption ?? null),
  ]);
  const { size, mtimeMs } = found ?? { size: 0, mtimeMs: 0 };
  const locked = (found ? undefined : await lockedImage(place.root, path)) ?? captionFile.locked;
  const same = known?.bytes === size && known.mtimeMs === mtimeMs && known.locked?.why === locked?.why;
  if (known && same && known.caption === captionFile.caption && known.captionPath === captionFile.path) {
    place.taken.add(known.id);
    return known;
  }
  const renamed = known ? null : place.earlier.byStamp.get(stampOf({ bytes: size, mtimeMs }));
  const from = known ?? (renamed && (await isGone(place, renamed)) ? renamed : null);
  const id = from?.id ?? ++lastId;
  place.taken.add(id);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { caption } = captionFile;
  return {
    id,
    path,
    folder: place.folder,
    name,
    stem: name.slice(0, name.length - ending(name).length),
    bytes: size,
    mtimeMs,
    captionPath: captionFile.path,
    caption,
    tags: caption === null ? [] : caption === from?.caption ? from.tags : tagsOf(caption.text),
    ...(locked && { locked }),
    facts: from && (same || from !== known) ? from.facts : null,
  };
}

/** Why nothing may be written beside an image that is not there, although its folder lists it. */
async function lockedImage(root: string, path: string): Promise<Locked | undefined> {
  const entry = await lstat(join(root, path)).catch(() => null);
  if (entry?.isSymbolicLink()) return { by: 'link', why: `${printable(path)} is a link that leads nowhere.` };
  // Node writes this character where a name is not UTF-8, and the file is not found by it.
  if (entry || !path.includes('\ufffd')) return undefined;
  return { by: 'name', why: `${printable(path)} has a name that is not UTF-8; give it another to work on it here.` };
}

/**
 * The caption that the trainer would read: stem + extension; failing that, its fallback for face crops, for which it
 * cuts the last four `_`-separated pieces off the whole path (`img_1_2_3_4.png` → `img.txt`).
 */
async function findCaption(place: Place, path: string, earlier: Caption | null): Promise<FoundCaption> {
  const stem = path.slice(0, path.length - ending(path.slice(path.lastIndexOf('/') + 1)).length);
  const own = stem + place.captionExtension;
  const caption = place.files.has(own) ? await readCaptionFile(place.root, own, earlier) : null;
  if (caption) return { path: own, caption };
  const locked = place.files.has(own) ? await lockedCaption(place.root, own) : undefined;
  const pieces = stem.split('_');
  if (!locked && pieces.length >= 5) {
    const cut = pieces.slice(0, -4).join('_') + place.captionExtension;
    const shared = await readCaptionFile(place.root, cut, earlier);
    if (shared) return { path: cut, caption: shared };
  }
  return { path: own, caption: null, locked };
}

/** Is the file no longer where it was, and its number free? A copy of a file that is still there is a picture of its own. */
async function isGone({ root, taken }: Place, { path, id }: Picture): Promise<boolean> {
  const there = await stat(join(root, path)).then(() => true, () => false);
  return !there && !taken.has(id);
}

interface FoundCaption {
  path: string;
  caption: Caption | null;
  locked?: Locked | undefined;
}

function stampOf(picture: { bytes: number; mtimeMs: number }): string {
  return `${picture.bytes} ${picture.mtimeMs}`;
}
