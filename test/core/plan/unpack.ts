import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Unpacks a pack of `fixtures/plans` into a new temporary folder: gzip of a line of JSON, `[[path, bytes], …]`, and the files one
 * after the other. (They are plain pictures: 5 MB of files are 0.1 MB so.)
 *
 * @returns the folder
 */
export async function unpack(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loradeck-plans-'));
  const data = gunzipSync(await readFile(new URL(`../../../fixtures/plans/${name}`, import.meta.url)));
  const end = data.indexOf('\n');
  let at = end + 1;
  for (const [path, bytes] of JSON.parse(data.toString('utf8', 0, end)) as [string, number][]) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data.subarray(at, at + bytes));
    at += bytes;
  }
  return folder;
}
