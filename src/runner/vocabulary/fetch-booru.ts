import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../../core/printable.js';
import type { Holds } from '../../core/vocabulary/import/shape.js';
import { FetchError } from './fetch-error.js';
import type { Fetched, TellFetch } from './fetched.js';
import type { Polite } from './polite.js';

/** Where Danbooru lies. */
export const booruAddress = 'https://danbooru.donmai.us/';

/** The most rows that it gives at once. */
const pageRows = 1000;

/** How far a list is, kept beside it. */
interface Page {
  url: string;
  /** The highest id that is there; pages go upward from it, so that what is new meanwhile comes last. */
  after: number;
  rows: number;
  /** Bytes of the file that belong to whole pages. */
  bytes: number;
  done: boolean;
}

/**
 * Fetches Danbooru's names, aliases and implications from its API, page by page, by ids. After each page it is noted how
 * far it is, so that the next try goes on there.
 *
 * @param folder where they are kept until they are taken in
 * @param base the site, or one that speaks like it
 * @param minPosts names with fewer posts are not asked for
 * @throws FetchError
 */
export async function fetchBooru(site: Polite, base: URL, folder: string, tell: TellFetch, minPosts: number): Promise<Fetched[]> {
  const lists: readonly { what: Holds; name: string; query: Record<string, string> }[] = [
    { what: 'tags', name: 'tags', query: { 'search[hide_empty]': 'yes', 'search[post_count]': `>=${minPosts}`, only: 'id,name,category,post_count,is_deprecated' } },
    { what: 'aliases', name: 'tag_aliases', query: { 'search[status]': 'active', only: 'id,antecedent_name,consequent_name,status' } },
    { what: 'implications', name: 'tag_implications', query: { 'search[status]': 'active', only: 'id,antecedent_name,consequent_name,status' } },
  ];
  const fetched: Fetched[] = [];
  for (const { what, name, query } of lists) {
    const url = new URL(`${name}.json`, base);
    for (const [key, value] of Object.entries({ ...query, limit: String(pageRows) })) url.searchParams.set(key, value);
    const path = join(folder, `danbooru_${name}.jsonl`);
    await fetchPages(site, url, path, (rows) => tell({ what, done: rows, total: null, unit: 'rows' }));
    fetched.push({ what, path, from: url.href });
  }
  return fetched;
}

async function fetchPages(site: Polite, url: URL, path: string, tell: (rows: number) => void): Promise<void> {
  const state = `${path}.state`;
  let at = await readState(state, url.href);
  if (at.done) return;
  const file = await open(path, at.bytes > 0 ? 'r+' : 'w');
  try {
    // A page that was half written goes.
    await file.truncate(at.bytes);
    tell(at.rows);
    while (!at.done) {
      const page = new URL(url);
      page.searchParams.set('page', `a${at.after}`);
      const rows = rowsOf(await site.text(page), url);
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      const bytes = Buffer.from(text);
      await file.write(bytes, 0, bytes.length, at.bytes);
      const after = rows.reduce((most, { id }) => Math.max(most, id), at.after);
      if (rows.length > 0 && after === at.after) throw new FetchError(`${printable(url.host)} gives the same page again and again.`);
      at = { ...at, after, rows: at.rows + rows.length, bytes: at.bytes + bytes.length, done: rows.length < pageRows };
      await writeFile(state, JSON.stringify(at));
      tell(at.rows);
    }
  } finally {
    await file.close();
  }
}

function rowsOf(text: string, { host, pathname }: URL): { id: number }[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const isRow = (row: unknown): row is { id: number } => typeof row === 'object' && row !== null && Number.isSafeInteger((row as { id?: unknown }).id);
  if (!Array.isArray(value) || !value.every(isRow)) throw new FetchError(`${printable(host + pathname)} does not answer as Danbooru does.`);
  return value;
}

async function readState(path: string, url: string): Promise<Page> {
  try {
    const state = JSON.parse(await readFile(path, 'utf8')) as Page;
    if (state.url === url) return state;
  } catch {
    // None, or one that was cut off: from the start.
  }
  return { url, after: 0, rows: 0, bytes: 0, done: false };
}
