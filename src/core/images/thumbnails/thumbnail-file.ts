import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Pixels } from '../bmp-pixels.js';
import { loadSharp } from '../sharp.js';

const sumBytes = 4;
/** That a file was used is noted no more often than this, in milliseconds. */
const noteMs = 24 * 60 * 60 * 1000;

/**
 * Reads a thumbnail: a WebP with a checksum of it as its last four bytes. Null when there is none; one that is damaged is removed.
 * The time of the file tells when it was used last, to the day.
 */
export async function readThumbnail(file: string): Promise<Uint8Array | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return null;
  try {
    const bytes = await handle.readFile();
    const picture = bytes.subarray(0, -sumBytes);
    if (bytes.length > sumBytes && bytes.readUInt32LE(picture.length) === crc32(picture)) {
      const now = Date.now();
      if ((await handle.stat()).mtimeMs < now - noteMs) await handle.utimes(now / 1000, now / 1000).catch(() => {});
      return picture;
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
    const picture = await sharp(data, { raw: { width, height, channels: 3 } }).webp({ quality: 85, effort: 1 }).toBuffer();
    const sum = Buffer.alloc(sumBytes);
    sum.writeUInt32LE(crc32(picture));
    const { default: write } = await import('write-file-atomic');
    await mkdir(dirname(file), { recursive: true });
    await write(file, Buffer.concat([picture, sum]), { fsync: false });
    return picture.length + sumBytes;
  } catch {
    return 0;
  }
}
