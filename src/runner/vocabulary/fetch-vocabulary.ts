import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../core/own-folders.js';
import { printable } from '../../core/printable.js';
import { ListError } from '../../core/vocabulary/import/list-error.js';
import { fewPosts, readList, type ReadList } from '../../core/vocabulary/import/read-list.js';
import { siteNames, type Site } from '../../core/vocabulary/model.js';
import { importTable, importedAbout, lockOf, type Opened, type Source } from '../../core/vocabulary/store.js';
import { emptyTable, merge } from '../../core/vocabulary/table.js';
import { booruAddress, fetchBooru } from './fetch-booru.js';
import { e6Address, fetchE6 } from './fetch-e6.js';
import { FetchError } from './fetch-error.js';
import type { Fetched, ReadFetched, TellFetch } from './fetched.js';
import { Polite, type PoliteOptions } from './polite.js';

export interface FetchOptions extends PoliteOptions {
  /** A site that speaks like it, in place of the site itself. */
  from?: string;
  minPosts?: number;
  /** Forget lists that were imported from files too. */
  fresh?: boolean;
  tell?: TellFetch;
}

/** What came of fetching. */
export interface FetchedVocabulary extends Opened {
  lists: ReadFetched[];
}

/** What an earlier try left is gone on with so many milliseconds long; after that the site has moved on. */
const freshMs = 2 * 24 * 60 * 60 * 1000;

/**
 * Fetches all names, aliases and implications of a site and makes them its vocabulary, in the place of what was fetched
 * before; lists that were imported from files stay. A try that was broken off is gone on with.
 *
 * @throws FetchError when the site refuses or cannot be reached; VocabularyBusy when another program fetches it;
 * IndexDamaged when lists were imported that cannot be read any more, unless `fresh`
 */
export async function fetchVocabulary(site: Site, options: FetchOptions): Promise<FetchedVocabulary> {
  const { from, minPosts = fewPosts, tell = () => {}, fresh = false, ...polite } = options;
  const address = from ?? (site === 'e6' ? e6Address : booruAddress);
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const home = join(cacheFolder(), 'vocabulary', 'fetch', site);
  // Before anything is fetched that could not be kept.
  const before = fresh ? null : await importedAbout(site);
  const release = await lockOf(home, 0, `Another program fetches the names of ${siteNames[site]} just now.`);
  try {
    const folder = await begin(join(home, 'lists'), base);
    const client = new Polite(polite);
    const fetched = site === 'e6' ? await fetchE6(client, base, folder, tell) : await fetchBooru(client, base, folder, tell, minPosts);
    polite.say?.('Reading the lists.');
    const table = emptyTable(site);
    const sources: Source[] = [];
    const lists: ReadFetched[] = [];
    for (const one of fetched) {
      const { table: read, format, holds, taken } = await readFetched(one, site, minPosts);
      polite.signal?.throwIfAborted();
      merge(table, read);
      sources.push({ from: one.from, format, at: new Date().toISOString(), tags: taken.tags, aliases: taken.aliases, implications: taken.implications });
      lists.push({ from: one.from, format, holds, taken });
    }
    polite.say?.('Building the index.');
    const isOnlyFetched = before?.sources.every(isFetched) ?? true;
    const opened = await importTable(table, sources, { fresh: isOnlyFetched, replaces: isFetched });
    await rm(folder, { recursive: true, force: true });
    return { ...opened, lists };
  } finally {
    await release();
  }
}

function isFetched({ from }: Source): boolean {
  return /^https?:\/\//.test(from);
}

/** A list that cannot be used is not kept: it would be taken for the whole file the next time. */
async function readFetched({ path, what, from }: Fetched, site: Site, minPosts: number): Promise<ReadList> {
  try {
    return await readList(path, { site, holds: what, minPosts });
  } catch (error) {
    if (!(error instanceof ListError)) throw error;
    await Promise.all([path, `${path}.state`].map((file) => rm(file, { force: true })));
    throw new FetchError(`What ${printable(new URL(from).host)} gave cannot be used: ${error.message}`);
  }
}

/** The folder of what is fetched; what is old or of another address is thrown away. */
async function begin(folder: string, { href }: URL): Promise<string> {
  const note = join(folder, 'begun.json');
  const begun = await readFile(note, 'utf8').then(
    (text) => JSON.parse(text) as { from: string; at: number },
    () => null,
  ).catch(() => null);
  if (begun?.from === href && Date.now() - begun.at < freshMs) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(note, JSON.stringify({ from: href, at: Date.now() }));
  return folder;
}
