import { tagsOf } from '../tags/caption.js';
import { inParallel } from '../in-parallel.js';
import { mapPictures } from './map-pictures.js';
import type { Caption, Dataset, Locked } from './model.js';
import { everyPicture } from './read-pictures.js';
import { lockedCaption, readCaptionFile } from './read-caption-file.js';

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
    await inParallel([...known], 32, async ([path, earlier]): Promise<[string, { caption: Caption | null; locked?: Locked | undefined }]> => {
      const caption = await readCaptionFile(dataset.root, path, earlier);
      return [path, { caption, locked: caption ? undefined : await lockedCaption(dataset.root, path) }];
    }),
  );
  return mapPictures(dataset, (picture) => {
    const found = captions.get(picture.captionPath);
    if (!found) return picture;
    const { caption } = found;
    const { locked: before, ...rest } = picture;
    // What is wrong with the image itself is a scan's to see.
    const locked = before && before.by !== 'caption' ? before : found.locked;
    if (caption === picture.caption && locked?.why === before?.why) return picture;
    return { ...rest, caption, tags: caption === null ? [] : tagsOf(caption.text), ...(locked && { locked }) };
  });
}
