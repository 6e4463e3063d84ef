import type { Concept, Picture } from '../dataset/model.js';
import type { Change, TextEntry } from '../journal/change.js';
import { printable } from '../printable.js';
import { counted } from '../words.js';
import { fileText } from './caption.js';

/** What a tag verb works on. */
export interface Scope {
  pictures: readonly Picture[];
  /** Where the activation tags come from (W04); pictures of other folders have none. */
  concepts: readonly Concept[];
  captionExtension: string;
}

/** An image that a verb would have changed and did not. */
export interface Skipped {
  image: string;
  /** One sentence. */
  why: string;
}

/** What a tag verb gives: the change, and what became of the images that are not in it. */
export interface TagChange extends Change {
  unchanged: number;
  skipped: Skipped[];
}

/** A caption under edit, as a verb sees it. */
export interface EditedCaption {
  picture: Picture;
  /** The activation tags of its concept, in order; empty outside a concept. */
  activation: readonly string[];
  /** The caption's text without its byte order mark; empty when there is no file. */
  text: string;
  /** Whether the file begins with a byte order mark; a verb may set it to false. */
  bom: boolean;
}

/**
 * Runs `edit` on every caption of the scope and collects the change. A missing caption counts as empty; captions that
 * come out as they were are left alone; one that is not UTF-8, or that cannot be read, is never rewritten but listed as skipped. A caption that
 * two images share is edited once. No caption becomes 0 bytes long, as the trainer would stop at it (T01).
 *
 * @param what - gives the change's line from the count of images, e.g. `12 images`
 * @param edit - gives the new text
 */
export function editCaptions(scope: Scope, what: (images: string) => string, edit: (caption: EditedCaption) => string): TagChange {
  const activations = new Map(scope.concepts.map(({ folder, activation }) => [folder, activation]));
  const outcomes = new Map<string, 'changed' | 'unchanged' | 'skipped'>();
  const entries: TextEntry[] = [];
  const skipped: Skipped[] = [];
  let images = 0;
  let unchanged = 0;
  for (const picture of scope.pictures) {
    if (picture.locked) {
      skipped.push({ image: picture.path, why: picture.locked.why });
      continue;
    }
    let outcome = outcomes.get(picture.captionPath);
    if (outcome === undefined) {
      const entry = editOne(picture, activations.get(picture.folder) ?? [], edit);
      outcome = entry === null ? 'unchanged' : entry === 'unreadable' ? 'skipped' : 'changed';
      if (entry !== null && entry !== 'unreadable') entries.push(entry);
      outcomes.set(picture.captionPath, outcome);
    }
    if (outcome === 'changed') images++;
    else if (outcome === 'unchanged') unchanged++;
    else skipped.push({ image: picture.path, why: notUtf8(picture) });
  }
  return { what: what(counted(images, 'image')), images, entries, unchanged, skipped };
}

function editOne(picture: Picture, activation: readonly string[], edit: (caption: EditedCaption) => string): TextEntry | 'unreadable' | null {
  const { caption } = picture;
  const before = caption === null ? null : fileText(caption);
  const edited: EditedCaption = { picture, activation, text: caption?.text ?? '', bom: caption?.encoding === 'utf-8-bom' };
  const text = edit(edited);
  if (caption !== null && before === null) return text === caption.text ? null : 'unreadable';
  if (text === '' && before === null) return null;
  const after = (edited.bom ? '\ufeff' : '') + (text === '' ? '\n' : text);
  // A file of 0 bytes is not "changed" to a blank line by a verb that had nothing to do in it.
  if (after === before || (before === '' && text === '')) return null;
  return { kind: 'text', path: picture.captionPath, before, after };
}

function notUtf8({ captionPath, caption }: Picture): string {
  const encoding = caption?.encoding === 'unknown' ? 'neither UTF-8 nor UTF-16' : (caption?.encoding ?? '').toUpperCase();
  return `${printable(captionPath)} is ${encoding}, which the trainer cannot read; it is left as it is until it is saved as UTF-8.`;
}

/** A caption before and after, as commands print it and screens show it. Byte order marks are taken off. */
export interface Edit {
  /** Path of the image. */
  image: string;
  /** Empty when there was no caption. */
  before: string;
  after: string;
}

/**
 * Lists the captions in a change by their images. An entry of another file is listed by its own path.
 *
 * @param pictures - where to look for the images that the captions belong to
 */
export function describeEdits(change: Change, pictures: readonly Picture[]): Edit[] {
  const images = new Map<string, string[]>();
  for (const { captionPath, path } of pictures) {
    const known = images.get(captionPath);
    if (known) known.push(path);
    else images.set(captionPath, [path]);
  }
  return change.entries.flatMap((entry) => {
    if (entry.kind !== 'text') return [];
    const [before, after] = [entry.before, entry.after].map((text) => (text ?? '').replace(/^\ufeff/, ''));
    return (images.get(entry.path) ?? [entry.path]).map((image) => ({ image, before: before ?? '', after: after ?? '' }));
  });
}
