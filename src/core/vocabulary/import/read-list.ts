import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { printable } from '../../printable.js';
import { siteNames, type Site } from '../model.js';
import { emptyTable, type Table } from '../table.js';
import { ListError } from './list-error.js';
import { rowsOfCsv } from './csv-rows.js';
import { rowsOfJson } from './json-rows.js';
import { whyNoList } from './no-list.js';
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
  const file = await open(path);
  try {
    const { shape, rows } = await openRows(bytesOf(file, size, options.onProgress), basename(path));
    const site = options.site ?? shape.site;
    const holds = options.holds ?? shape.holds;
    if (site === null) throw new ListError(`does not tell whose names it holds: say --site booru (${siteNames.booru}) or --site e6 (${siteNames.e6}).`);
    if (holds === null) throw new ListError(`does not tell whether it holds aliases or implications: say --as aliases or --as implications.`);
    const table = emptyTable(site);
    const taken: Taken = { tags: 0, aliases: 0, implications: 0, skipped: { rare: 0, old: 0, unfit: 0 } };
    const minPosts = options.minPosts ?? (shape.format === 'e621' || shape.format === 'danbooru' ? fewPosts : 0);
    const take = { site, holds, minPosts, adult: options.adult === true };
    for await (const row of rows) takeRow(table, row, take, taken);
    if (holdings.every((what) => taken[what] === 0)) throw new ListError('holds no name that could be used.');
    return { table, format: shape.format, holds, taken };
  } catch (error) {
    throw asListError(error, name);
  } finally {
    await file.close();
  }
}

/** Not even the sites' whole exports are as large; what unpacks to more is no list. In bytes. */
const largest = 4 * 2 ** 30;

async function openRows(bytes: AsyncGenerator<Buffer>, fileName: string): Promise<Rows> {
  const chunks = await unpacked(bytes);
  const first = await chunks.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const why = whyNoList(start);
  if (why !== null) throw new ListError(why);
  const rest = Readable.from(prefixed(start, chunks));
  return /^(\ufeff)?\s*[[{]\s*["{\]]/.test(start.subarray(0, 400).toString('utf8')) ? rowsOfJson(rest, fileName) : rowsOfCsv(rest, start, fileName);
}

async function* bytesOf(file: FileHandle, size: number, onProgress: ReadOptions['onProgress']): AsyncGenerator<Buffer> {
  for (let read = 0; ; ) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(1 << 18) });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    onProgress?.(Math.min(1, (read += bytesRead) / size));
  }
}

async function* prefixed(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  let bytes = first.length;
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    bytes += next.value.length;
    if (bytes > largest) throw new ListError('unpacks to more than 4 GB: that is no list of names.');
    yield next.value;
  }
}

/** The bytes of a file, unpacked when they are packed with gzip. */
async function unpacked(bytes: AsyncGenerator<Buffer>): Promise<AsyncIterator<Buffer>> {
  const first = await bytes.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const whole = prefixed(start, bytes);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return whole;
  // What is wrong with the file comes out of the iterator; a pipeline ends all its parts with it.
  return pipeline(Readable.from(whole), createGunzip({ chunkSize: 1 << 17 }), () => {})[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
}

function asListError(error: unknown, name: string): unknown {
  if (error instanceof ListError) return new ListError(`${name} ${error.message}`);
  if (!(error instanceof Error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'Z_BUF_ERROR') return new ListError(`${name} is cut off.`);
  if (code.startsWith('Z_')) return new ListError(`${name} is damaged: it cannot be unpacked.`);
  if (error instanceof SyntaxError) return new ListError(`${name} is no JSON that could be read: it may be cut off.`);
  if (code === 'CSV_MAX_RECORD_SIZE') return new ListError(`${name} has a line of more than a million characters: that is no name.`);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ListError(`${name} is torn: a quote in it is opened and never closed.`);
  return code.startsWith('CSV_') ? new ListError(`${name} is no list that could be read (${printable(error.message)}).`) : error;
}
