import { open, stat } from 'node:fs/promises';
import type { Facts } from '../dataset/model.js';
import { whyNot } from '../dataset/workspace.js';
import { bmpHeaderBytes, readBmpHeader } from './bmp.js';
import { loadSharp } from './sharp.js';
import { isExtendedWebp, sniffFormat } from './sniff.js';

/**
 * Reads what a picture's header tells. Never throws: a file that cannot be read gives an `error` sentence and a size of
 * 0 (D15). A file that is cut off in its pixels passes here; see `decode`.
 * @param path absolute
 */
export async function readFacts(path: string): Promise<Facts> {
  let head: Uint8Array;
  try {
    const info = await stat(path);
    if (info.isDirectory()) return unreadable('It is a folder with the name of an image.');
    // Reading a pipe would wait for ever.
    if (!info.isFile()) return unreadable('It is no plain file.');
    if (info.size === 0) return unreadable('The file is empty (0 bytes).');
    head = await readHead(path, bmpHeaderBytes);
  } catch (error) {
    return unreadable(`The file ${whyNot(error)}.`);
  }
  const bmp = readBmpHeader(head);
  if (bmp) return bmp;
  const sharp = await loadSharp();
  try {
    const data = await sharp(path).metadata();
    const heif = data.compression === 'av1' ? 'avif' : 'heic';
    return {
      width: data.width,
      height: data.pageHeight ?? data.height,
      format: data.format === 'heif' ? heif : data.format,
      alpha: data.hasAlpha,
      orientation: data.orientation ?? 1,
      frames: data.format === 'gif' || data.format === 'webp' ? (data.pages ?? 1) : 1,
      space: data.space,
      depth: bitsOf[data.depth] ?? 8,
      ...(isExtendedWebp(head) && { extended: true }),
      error: null,
    };
  } catch (error) {
    return unreadable(sentence(error, sniffFormat(head)), sniffFormat(head) ?? '');
  }
}

/** The first bytes of a file; fewer when it is shorter. */
export async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const bitsOf: Record<string, number> = { uchar: 8, char: 8, ushort: 16, short: 16, uint: 32, int: 32, float: 32, double: 64 };

/** The facts of a file that cannot be read. @param error one sentence */
export function unreadable(error: string, format = ''): Facts {
  return { width: 0, height: 0, format, alpha: false, orientation: 1, frames: 1, space: '', depth: 0, error };
}

/** Turns what the image library says into one sentence about the picture. */
export function sentence(error: unknown, format: string | null): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/exceeds pixel limit/i.test(text)) return 'The picture has more than 268 million pixels.';
  if (/unsupported image format/i.test(text)) {
    return format === null ? 'The file is not an image.' : `The file is ${format}, which cannot be read here.`;
  }
  if (/premature end|truncat|end of file|unexpected end|not enough data|read error|corrupt|invalid|bad|error/i.test(text)) {
    return 'The picture is cut off or damaged.';
  }
  return 'The picture cannot be read.';
}
