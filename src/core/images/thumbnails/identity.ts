import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Files up to so many bytes are read whole, for their hash and their pixels at once. */
const readWhole = 64 * 1024 * 1024;

/** What tells a picture's bytes from all others, and the bytes themselves where they were read whole. */
export interface Identified {
  identity: string;
  bytes: Uint8Array | null;
}

/** Reads a file and names it by its content: two files of the same bytes have the same name, wherever they lie. @param size in bytes */
export async function identify(path: string, size: number): Promise<Identified> {
  if (size <= readWhole) {
    const bytes = await readFile(path);
    return { identity: short(createHash('sha256').update(bytes).digest('hex')), bytes };
  }
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer);
  return { identity: short(hash.digest('hex')), bytes: null };
}

/** 128 bits are enough for what can be made anew. */
function short(hex: string): string {
  return hex.slice(0, 32);
}
