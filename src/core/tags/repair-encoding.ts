import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Caption, Picture } from '../dataset/model.js';
import { storeBlob } from '../journal/blobs.js';
import type { BlobEntry } from '../journal/change.js';
import { printable } from '../printable.js';
import { counted } from '../words.js';
import { isUtf8 } from './caption.js';
import type { TagChange } from './edit-captions.js';

/** What {@link repairEncoding} puts right. */
export interface RepairOptions {
  /** Take the byte order mark off, which the trainer takes for a part of the first tag. Default true. */
  bom?: boolean;
  /** Line ends become `\n`. Default true. */
  lineEnds?: boolean;
}

/** A caption that is not as the trainer reads it, and the text that it will have. */
export interface Repair {
  caption: Caption;
  text: string;
  /** The images that have this caption. */
  images: string[];
}

/**
 * What would be put right: UTF-16, which is known by its mark, and what is neither it nor UTF-8, read as Windows-1252, the usual one of old
 * Windows programs; byte order marks and foreign line ends (T12). What is in order is not in the list, nor what is no text at all; no caption
 * becomes 0 bytes long.
 */
export function repairsOf(pictures: readonly Picture[], { bom = true, lineEnds = true }: RepairOptions = {}): Repair[] {
  const repairs = new Map<string, Repair | null>();
  for (const { path, caption, locked } of pictures) {
    if (!caption || locked || caption.bytes === 0 || isNoText(caption)) continue;
    const known = repairs.get(caption.path);
    known?.images.push(path);
    if (known !== undefined) continue;
    let text = caption.text.toWellFormed();
    if (bom) text = text.replace(/^\ufeff+/, '');
    if (lineEnds) text = text.replace(/\r\n?/g, '\n');
    const isInOrder = isUtf8(caption) && text === caption.text && !(bom && caption.encoding === 'utf-8-bom');
    const mark = !bom && caption.encoding === 'utf-8-bom' ? '\ufeff' : '';
    repairs.set(caption.path, isInOrder ? null : { caption, text: mark + (text === '' ? '\n' : text), images: [path] });
  }
  return [...repairs.values()].filter((repair) => repair !== null);
}

/**
 * Saves captions as what the trainer reads, as {@link repairsOf} says. The bytes of before are kept for undo; no file of the person is touched.
 *
 * @param root - absolute path of the workspace
 */
export async function repairEncoding(root: string, pictures: readonly Picture[], options: RepairOptions = {}): Promise<TagChange> {
  const entries: BlobEntry[] = [];
  const repairs = repairsOf(pictures, options);
  for (const { caption: { path }, text } of repairs) {
    const before = await storeBlob(root, await readFile(join(root, path)));
    entries.push({ kind: 'blob', path, before, after: await storeBlob(root, new TextEncoder().encode(text)) });
  }
  return { ...repairSummary(pictures, repairs), entries };
}

/** Bytes that are in no encoding that is known: what Windows-1252 makes of them would be written for good. */
function isNoText({ encoding, text }: Caption): boolean {
  return encoding === 'unknown' && text.includes('\0');
}

/** What a repair is called and how many images it concerns. */
export function repairSummary(pictures: readonly Picture[], repairs: readonly Repair[]): Omit<TagChange, 'entries'> {
  const skipped = pictures.flatMap(({ path, locked, caption }) => {
    if (locked) return [{ image: path, why: locked.why }];
    return caption && isNoText(caption) ? [{ image: path, why: `${printable(caption.path)} is in no encoding that is known; it is left as it is.` }] : [];
  });
  const images = repairs.reduce((sum, repair) => sum + repair.images.length, 0);
  return { what: `saved ${counted(repairs.length, 'caption')} as UTF-8`, images, unchanged: pictures.length - images - skipped.length, skipped };
}
