import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { printable } from '../../printable.js';
import { siteNames, type Site } from '../model.js';
import { emptyTable, type Table } from '../table.js';
import { ListError } from './list-error.js';
import { rowsOfCsv } from './csv-rows.js';
import { rowsOfJson } from './json-rows.js';
import type { Rows } from './rows.js';
import { holdings, type Format, type Holds } from './shape.js';
import { takeRow, type Taken } from './take.js';

/** Below so many posts a name of a whole export is left out: most of those are slips that nobody meant to keep. */
export const fewPosts = 20;

export interface ReadOptions {
  /** The site; told from the list when absent. */
  site?: Site;
  /** What it holds; told from the list when absent. */
  holds?: Holds;
  /** {@link fewPosts} for whole exports of a site, else 0. */
  minPosts?: number;
  /** All its names are adult. */
  adult?: boolean;
  /** Called now and then with the share that was read, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** A list that was read. */
export interface ReadList {
  table: Table;
  format: Format;
  holds: Holds;
  taken: Taken;
}

/**
 * Reads a list of names: CSV as tag completion uses it (3 or 4 columns, with or without a header), the sites' own exports,
 * Danbooru's API, a tagger's list, one name a line. Compressed with gzip or not.
 *
 * @throws ListError when it is none of these, is damaged, or does not tell its site or what it holds
 */
export async function readList(path: string, options: ReadOptions = {}): Promise<ReadList> {
  const name = printable(basename(path));
  const { size } = await stat(path);
  if (size === 0) throw new ListError(`${name} is empty.`);
  try {
    const { shape, rows } = await openRows(path, size, options.onProgress);
    const site = options.site ?? shape.site;
    const holds = options.holds ?? shape.holds;
    if (site === null) throw new ListError(`${name} does not tell whose names it holds: say --site booru (${siteNames.booru}) or --site e6 (${siteNames.e6}).`);
    if (holds === null) throw new ListError(`${name} does not tell whether it holds aliases or implications: say --as aliases or --as implications.`);
    const table = emptyTable(site);
    const taken: Taken = { tags: 0, aliases: 0, implications: 0, skipped: 0 };
    const minPosts = options.minPosts ?? (shape.format === 'e621' || shape.format === 'danbooru' ? fewPosts : 0);
    const take = { site, holds, minPosts, adult: options.adult === true };
    for await (const row of rows) takeRow(table, row, take, taken);
    if (holdings.every((what) => taken[what] === 0)) throw new ListError(`${name} holds no name that could be used.`);
    return { table, format: shape.format, holds, taken };
  } catch (error) {
    throw asListError(error, name);
  }
}

async function openRows(path: string, size: number, onProgress: ReadOptions['onProgress']): Promise<Rows> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  let read = 0;
  if (onProgress) file.on('data', (chunk) => onProgress(Math.min(1, (read += chunk.length) / size)));
  const chunks: AsyncIterator<Buffer> = (await isGzip(path) ? file.pipe(createGunzip()).on('close', () => file.destroy()) : file)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  // What is wrong with the file itself comes out of the iterator; an error of a pipe's source does not.
  const first = await chunks.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const rest = Readable.from(prefixed(start, chunks));
  const fileName = basename(path);
  return /^(\ufeff)?\s*[[{]\s*["{\]]/.test(start.subarray(0, 400).toString('utf8')) ? rowsOfJson(rest, fileName) : rowsOfCsv(rest, start, fileName);
}

async function* prefixed(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) return (chunk as Buffer)[0] === 0x1f && (chunk as Buffer)[1] === 0x8b;
  return false;
}

function asListError(error: unknown, name: string): unknown {
  if (error instanceof ListError || !(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR') return new ListError(`${name} is cut off.`);
  if (code.startsWith('Z_')) return new ListError(`${name} is damaged: it cannot be unpacked.`);
  if (error instanceof SyntaxError) return new ListError(`${name} is no JSON that could be read: it may be cut off.`);
  return code.startsWith('CSV_') ? new ListError(`${name} is no list that could be read (${printable(error.message)}).`) : error;
}
