import { tagsOf } from '../tags/caption.js';
import { inParallel } from '../in-parallel.js';
import { mapPictures } from './map-pictures.js';
import type { Caption, Dataset } from './model.js';
import { everyPicture } from './read-pictures.js';
import { readCaptionFile } from './read-caption-file.js';

/**
 * Reads the captions at these paths again, after a change or when the watcher saw them; everything else is taken over.
 * Cheaper than a scan: the cost depends on the captions, not on the workspace. New and vanished images need a scan.
 * @param paths caption files, relative to the workspace
 */
export async function refreshCaptions(dataset: Dataset, paths: Iterable<string>): Promise<Dataset> {
  const wanted = new Set(paths);
  const known = new Map<string, Caption | null>();
  for (const picture of everyPicture(dataset)) if (wanted.has(picture.captionPath)) known.set(picture.captionPath, picture.caption);
  const captions = new Map(
    await inParallel([...known], 32, async ([path, caption]) => [path, await readCaptionFile(dataset.root, path, caption)] as const),
  );
  return mapPictures(dataset, (picture) => {
    const caption = captions.get(picture.captionPath);
    if (caption === undefined || caption === picture.caption) return picture;
    return { ...picture, caption, tags: caption === null ? [] : tagsOf(caption.text) };
  });
}
