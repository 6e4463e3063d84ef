import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Pixels } from '../bmp-pixels.js';
import { loadSharp } from '../sharp.js';

const sumBytes = 4;
/** The longest side of the tiny picture, in pixels. */
const tinySide = 40;
const tinyHead = 6;
/** That a file was used is noted no more often than this, in milliseconds. */
const noteMs = 24 * 60 * 60 * 1000;

export interface Thumbnail {
  /** The bytes of a WebP. */
  picture: Uint8Array;
  /** The size of that. */
  width: number;
  height: number;
  /** The same in a few pixels: opening the WebP takes the image library longer than all else. */
  tiny: Pixels;
}

/**
 * Reads a thumbnail: a WebP, then its size and the tiny picture, then a checksum of it all. Null when there is none; one that is
 * damaged is removed. The time of the file tells when it was used last, to the day.
 */
export async function readThumbnail(file: string): Promise<Thumbnail | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return null;
  try {
    const bytes = await handle.readFile();
    const found = bytes.length > sumBytes && bytes.readUInt32LE(bytes.length - sumBytes) === crc32(bytes.subarray(0, -sumBytes)) ? parts(bytes.subarray(0, -sumBytes)) : null;
    if (found) {
      const now = Date.now();
      if ((await handle.stat()).mtimeMs < now - noteMs) await handle.utimes(now / 1000, now / 1000).catch(() => {});
      return found;
    }
  } catch {
    return null;
  } finally {
    await handle.close();
  }
  await rm(file, { force: true }).catch(() => {});
  return null;
}

/** Writes a thumbnail so that it is there whole or not at all. Gives its size in bytes, 0 when it cannot be written, which is no error. */
export async function writeThumbnail(file: string, { data, width, height }: Pixels): Promise<number> {
  try {
    const sharp = await loadSharp();
    const raw = { width, height, channels: 3 } as const;
    const picture = await sharp(data, { raw }).webp({ quality: 85, effort: 1 }).toBuffer();
    const tiny = await sharp(data, { raw }).resize(tinySide, tinySide, { fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true });
    const head = Buffer.alloc(tinyHead);
    head.writeUInt16LE(width, 0);
    head.writeUInt16LE(height, 2);
    head.writeUInt8(tiny.info.width, 4);
    head.writeUInt8(tiny.info.height, 5);
    const whole = Buffer.concat([picture, head, tiny.data]);
    const sum = Buffer.alloc(sumBytes);
    sum.writeUInt32LE(crc32(whole));
    const { default: write } = await import('write-file-atomic');
    await mkdir(dirname(file), { recursive: true });
    await write(file, Buffer.concat([whole, sum]), { fsync: false });
    return whole.length + sumBytes;
  } catch {
    return 0;
  }
}

/** Null for a file of an older program. */
function parts(whole: Buffer): Thumbnail | null {
  // A WebP says itself how long it is.
  const end = whole.length < 8 ? whole.length : whole.readUInt32LE(4) + 8;
  if (end + tinyHead > whole.length) return null;
  const tiny = { width: whole.readUInt8(end + 4), height: whole.readUInt8(end + 5), data: whole.subarray(end + tinyHead) };
  if (tiny.data.length !== tiny.width * tiny.height * 3) return null;
  return { picture: whole.subarray(0, end), width: whole.readUInt16LE(end), height: whole.readUInt16LE(end + 2), tiny };
}
