import type { Encoding } from '../dataset/model.js';

/** What {@link readCaption} gives. */
export interface ReadCaption {
  /** Byte order mark taken off, line ends kept. Lossy when the encoding is `unknown`: for showing only. */
  text: string;
  encoding: Encoding;
}

/**
 * Reads the bytes of a caption file. The trainer takes strict UTF-8 and nothing else; what it would stop at is
 * recognised here so that it can be shown and said: UTF-16 by its mark, else `unknown`, shown as Windows-1252.
 */
export function readCaption(bytes: Uint8Array): ReadCaption {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 2, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 2, 'utf-16be');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? decoded(bytes, 3, 'utf-8-bom') : decoded(bytes, 0, 'utf-8');
}

function decoded(bytes: Uint8Array, skip: number, encoding: Exclude<Encoding, 'unknown'>): ReadCaption {
  try {
    const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
    const text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(skip));
    return { text, encoding };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'unknown' };
  }
}

/** Is it strict UTF-8, which is all that the trainer reads? With a byte order mark too. */
export function isUtf8({ encoding }: Pick<ReadCaption, 'encoding'>): boolean {
  return encoding === 'utf-8' || encoding === 'utf-8-bom';
}

/** The text of the file as the journal compares it: with its byte order mark. Null when the encoding is not UTF-8. */
export function fileText(caption: ReadCaption): string | null {
  if (caption.encoding === 'utf-8') return caption.text;
  return caption.encoding === 'utf-8-bom' ? `\ufeff${caption.text}` : null;
}

/** A caption cut so that `joinCaption` gives back every byte of it. */
export interface CaptionParts {
  /** What stands between the commas of the first line, as written, spaces included. At least one. */
  pieces: string[];
  /** From the first line's end on: its line break and all other lines. */
  rest: string;
}

/** Cuts a caption into the pieces of its first line, which is the one that the trainer uses, and all the rest. */
export function splitCaption(text: string): CaptionParts {
  const end = text.search(/[\r\n]/);
  const line = end < 0 ? text : text.slice(0, end);
  return { pieces: line.split(','), rest: text.slice(line.length) };
}

/** The inverse of {@link splitCaption}. */
export function joinCaption({ pieces, rest }: CaptionParts): string {
  return pieces.join(',') + rest;
}

/** The tags of the first line as the trainer strips them; empty pieces are left out. */
export function tagsOf(text: string): string[] {
  const tags: string[] = [];
  for (const piece of splitCaption(text).pieces) {
    const tag = strip(piece);
    if (tag !== '') tags.push(tag);
  }
  return tags;
}

/** Takes the surrounding space off as the trainer does. */
export function strip(piece: string): string {
  return frame(piece)[1];
}

/** Leading space, what stands between, trailing space. A blank piece is all leading space. */
export function frame(piece: string): [lead: string, tag: string, trail: string] {
  let start = 0;
  while (start < piece.length && isSpace(piece.charCodeAt(start))) start++;
  let end = piece.length;
  while (end > start && isSpace(piece.charCodeAt(end - 1))) end--;
  return [piece.slice(0, start), piece.slice(start, end), piece.slice(end)];
}

const wideSpaces = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

/** What Python's str.strip() takes off. It is not what trim() does: no U+FEFF, but the separators U+001C to 1F and U+0085. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code >= 0x1c;
  return code >= 0x85 && (wideSpaces.has(code) || (code >= 0x2000 && code <= 0x200a));
}
