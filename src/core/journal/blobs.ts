import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, readPlain, replaceFile, syncFolder } from './files.js';
import { blobFolder, makeOwnFolder } from './places.js';

/**
 * Keeps bytes in `.loradeck/blobs` under their SHA-256, where a change's blob entries refer to them.
 *
 * @param root - absolute path of the workspace
 * @returns the hash, in hexadecimal
 */
export async function storeBlob(root: string, bytes: Uint8Array, { fsync = true } = {}): Promise<string> {
  const hash = hashOf(bytes);
  const folder = blobFolder(root);
  const path = join(folder, hash);
  const there = await lstat(path).catch(() => null);
  if (there?.isFile() && there.size === bytes.length) return hash;
  await makeOwnFolder(root, folder);
  await replaceFile(path, join(folder, `.new-${randomBytes(8).toString('hex')}`), bytes, { fsync });
  if (fsync) await syncFolder(folder);
  return hash;
}

/** The bytes kept under a hash; null when they are not there, or are not what the hash says. */
export async function readBlob(root: string, hash: string): Promise<Buffer | null> {
  if (!isHash(hash)) return null;
  const seen = await readPlain(join(blobFolder(root), hash));
  return seen === null || seen === 'other' || hashOf(seen.bytes) !== hash ? null : seen.bytes;
}

/** Is this the SHA-256 of something, as it is written in a change? */
export function isHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}
