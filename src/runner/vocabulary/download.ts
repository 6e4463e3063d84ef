import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { printable } from '../../core/printable.js';
import { LineBroke } from './fetch-error.js';
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
 * @throws FetchError when the site refuses or the line breaks again and again; what came is kept for the next time
 */
export async function download(site: Polite, url: URL, path: string, tell: (done: number, total: number | null) => void): Promise<void> {
  const whole = await sizeOf(path);
  if (whole > 0) return tell(whole, whole);
  const part = `${path}.part`;
  let mark = '';
  let have = 0;
  let most = 0;
  await site.ask(
    async () => {
      mark = await markOf(part, url);
      have = mark === '' ? 0 : await sizeOf(part);
      // Packed once more on the way it could not be gone on with.
      const headers = { 'accept-encoding': 'identity' };
      return { url, headers: have > 0 ? { ...headers, range: `bytes=${have}-`, 'if-range': mark } : headers, also: [416] };
    },
    async (answer, body) => {
      const { from, total, mark: marked } = described(answer);
      if (answer.status === 416 || (answer.status === 206 && (from !== have || (marked !== '' && marked !== mark)))) {
        await rm(part, { force: true });
        throw new LineBroke(`${printable(url.pathname)} changed on ${printable(url.host)} meanwhile.`);
      }
      const begin = answer.status === 206 ? have : 0;
      await writeFile(part, '', { flag: begin > 0 ? 'a' : 'w' });
      // By the mark of another state of the file its bytes would be gone on with: it is written when they are gone.
      await writeFile(`${part}.json`, JSON.stringify({ url: url.href, mark: marked } satisfies Begun));
      let done = begin;
      const told = (now: number) => tell((done = now), total);
      try {
        await keep(part, begin, body, told);
        if (total !== null && done !== total) throw new LineBroke(`${printable(url.host)} sent ${done} of ${total} bytes.`);
      } catch (error) {
        throw error instanceof LineBroke ? new LineBroke(error.message, done > most) : error;
      } finally {
        most = Math.max(most, done);
      }
    },
  );
  await rename(part, path);
  await rm(`${part}.json`, { force: true });
}

/** Writes what comes behind what is there. */
async function keep(path: string, begin: number, body: AsyncIterable<Uint8Array>, told: (done: number) => void): Promise<void> {
  const file = await open(path, 'r+');
  try {
    let done = begin;
    told(done);
    for await (const chunk of body) {
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at, chunk.length - at, done + at)).bytesWritten;
      told((done += chunk.length));
    }
  } finally {
    await file.close();
  }
}

/** What an answer says of its bytes: where they begin, how long the whole file is, and which state of it this is. */
function described({ status, headers }: Response): { from: number; total: number | null; mark: string } {
  const mark = headers.get('etag') ?? headers.get('last-modified') ?? '';
  const coding = headers.get('content-encoding') ?? 'identity';
  // Unpacked on the way: neither lengths nor places mean the bytes that come.
  if (coding !== 'identity') return { from: 0, total: null, mark: '' };
  const [, from = '0', whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  const length = headers.get('content-length');
  const total = whole !== undefined && whole !== '*' ? Number(whole) : length === null ? null : Number(length) + Number(from);
  // A weak mark does not promise the same bytes.
  return { from: status === 206 ? Number(from) : 0, total, mark: mark.startsWith('W/') ? '' : mark };
}

/** The mark of the file of which a part is there; empty when there is none that could be gone on with. */
async function markOf(part: string, url: URL): Promise<string> {
  try {
    const begun = JSON.parse(await readFile(`${part}.json`, 'utf8')) as Begun;
    return begun.url === url.href ? begun.mark : '';
  } catch {
    return '';
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
