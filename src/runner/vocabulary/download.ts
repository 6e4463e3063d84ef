import { createWriteStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { printable } from '../../core/printable.js';
import { FetchError } from './fetch-error.js';
import type { Polite } from './polite.js';

/** What is kept beside a part of a file: by it the rest is known to be of the same file. */
interface Begun {
  url: string;
  /** The site's mark of this state of the file; empty when it gives none. */
  mark: string;
}

/**
 * Fetches a file. What an earlier try left is gone on with when the file is still the same; a whole file is not fetched
 * again.
 *
 * @param tell gets bytes that are there, and how many there will be (null when the site does not say)
 * @throws FetchError when the site refuses or the line breaks; what came is kept for the next try
 */
export async function download(site: Polite, url: URL, path: string, tell: (done: number, total: number | null) => void): Promise<void> {
  if (await sizeOf(path)) return;
  const part = `${path}.part`;
  const begun = await readBegun(part, url);
  let have = begun ? await sizeOf(part) : 0;
  const headers: Record<string, string> = have > 0 && begun ? { range: `bytes=${have}-`, 'if-range': begun.mark } : {};
  const answer = await site.get(url, { headers, also: [416] });
  if (answer.status === 416) {
    await answer.body?.cancel();
    await writeFile(part, '');
    throw new FetchError(`${printable(url.pathname)} changed on the site meanwhile: fetch again.`);
  }
  if (answer.status !== 206) have = 0;
  const length = Number(answer.headers.get('content-length') ?? Number.NaN);
  const total = Number.isNaN(length) ? null : have + length;
  const mark = answer.headers.get('etag') ?? answer.headers.get('last-modified') ?? '';
  await writeFile(`${part}.json`, JSON.stringify({ url: url.href, mark } satisfies Begun));
  let done = have;
  tell(done, total);
  async function* counted(body: AsyncIterable<Uint8Array>) {
    for await (const chunk of body) {
      done += chunk.length;
      tell(done, total);
      yield chunk;
    }
  }
  try {
    await pipeline(counted((answer.body ?? new Blob().stream()) as AsyncIterable<Uint8Array>), createWriteStream(part, { flags: have > 0 ? 'a' : 'w' }));
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string' && (error as NodeJS.ErrnoException).path !== undefined) throw error;
    throw new FetchError(`The line to ${printable(url.host)} broke after ${done} bytes; fetch again to go on there.`);
  }
  if (total !== null && done !== total) throw new FetchError(`${printable(url.host)} sent ${done} of ${total} bytes; fetch again to go on there.`);
  await rename(part, path);
}

async function readBegun(part: string, url: URL): Promise<Begun | null> {
  try {
    const begun = JSON.parse(await readFile(`${part}.json`, 'utf8')) as Begun;
    // A weak mark does not promise the same bytes.
    return begun.url === url.href && begun.mark !== '' && !begun.mark.startsWith('W/') ? begun : null;
  } catch {
    return null;
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
