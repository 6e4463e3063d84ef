import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from '../../in-parallel.js';

/** Dropped at once, so that the next thumbnail does not ask for it again. */
const room = 0.1;

/** How many files are looked at at once: pictures are opened meanwhile. */
const atOnce = 2;

/** Drops the thumbnails that were not used for longest when all together are larger than `most`. Gives the bytes that are left. */
export async function trimThumbnails(folder: string, most: number): Promise<number> {
  const folders = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const files: { file: string; bytes: number; usedMs: number }[] = [];
  for (const name of folders) {
    const names = await readdir(join(folder, name)).catch(() => []);
    await inParallel(names, atOnce, async (one) => {
      const file = join(folder, name, one);
      const found = await stat(file).catch(() => null);
      if (found) files.push({ file, bytes: found.size, usedMs: found.mtimeMs });
    });
  }
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= most) return total;
  files.sort((a, b) => a.usedMs - b.usedMs);
  for (const { file, bytes } of files) {
    if (total <= most * (1 - room)) break;
    if (await rm(file).then(() => true, () => false)) total -= bytes;
  }
  return total;
}
