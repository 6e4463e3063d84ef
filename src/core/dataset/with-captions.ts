import type { Change, TextEntry } from '../journal/change.js';
import { readCaption, tagsOf } from '../tags/caption.js';
import { mapPictures } from './map-pictures.js';
import type { Caption, Dataset } from './model.js';

/**
 * The dataset after a change of captions, without reading a file: what a screen shows while the journal writes. Null when
 * the change touches anything else (folders, pictures, settings), which asks for a scan.
 */
export function withCaptions(dataset: Dataset, change: Change): Dataset | null {
  const paths = new Set<string>();
  mapPictures(dataset, (picture) => {
    paths.add(picture.captionPath);
    return picture;
  });
  if (!change.entries.every((entry): entry is TextEntry => entry.kind === 'text' && paths.has(entry.path))) return null;
  const texts = new Map(change.entries.map((entry) => [entry.path, entry.after]));
  return mapPictures(dataset, (picture) => {
    const text = texts.get(picture.captionPath);
    if (text === undefined) return picture;
    const caption = text === null ? null : captionOf(picture.captionPath, text);
    return { ...picture, caption, tags: caption ? tagsOf(caption.text) : [] };
  });
}

function captionOf(path: string, text: string): Caption {
  const bytes = new TextEncoder().encode(text);
  return { path, bytes: bytes.length, ...readCaption(bytes) };
}
