import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../core/own-folders.js';
import type { Site } from '../../core/vocabulary/model.js';
import { fewPosts, readList } from '../../core/vocabulary/import/read-list.js';
import { importTable, type Opened, type Source } from '../../core/vocabulary/store.js';
import { emptyTable, merge } from '../../core/vocabulary/table.js';
import { booruAddress, fetchBooru } from './fetch-booru.js';
import { e6Address, fetchE6 } from './fetch-e6.js';
import type { TellFetch } from './fetched.js';
import { Polite, type PoliteOptions } from './polite.js';

export interface FetchOptions extends PoliteOptions {
  /** A site that speaks like it, in place of the site itself. */
  from?: string;
  minPosts?: number;
  tell?: TellFetch;
}

/** What an earlier try left is gone on with so many milliseconds long; after that the site has moved on. */
const freshMs = 2 * 24 * 60 * 60 * 1000;

/**
 * Fetches all names, aliases and implications of a site and makes them its vocabulary, in the place of what was imported
 * before. A try that was broken off is gone on with.
 *
 * @throws FetchError when the site refuses or cannot be reached
 */
export async function fetchVocabulary(site: Site, { from, minPosts = fewPosts, tell = () => {}, ...polite }: FetchOptions): Promise<Opened> {
  const folder = await begin(site);
  const client = new Polite(polite);
  const base = new URL(from ?? (site === 'e6' ? e6Address : booruAddress));
  const fetched = site === 'e6' ? await fetchE6(client, base, folder, tell) : await fetchBooru(client, base, folder, tell, minPosts);
  const table = emptyTable(site);
  const sources: Source[] = [];
  for (const { path, what, from: address } of fetched) {
    const { table: read, format, taken } = await readList(path, { site, holds: what, minPosts });
    merge(table, read);
    const { tags, aliases, implications } = taken;
    sources.push({ from: address, format, at: new Date().toISOString(), tags, aliases, implications });
  }
  const opened = await importTable(table, sources, { fresh: true });
  await rm(folder, { recursive: true, force: true });
  return opened;
}

/** The folder of what is fetched; an old one is emptied. */
async function begin(site: Site): Promise<string> {
  const folder = join(cacheFolder(), 'vocabulary', 'fetch', site);
  const before = await stat(folder).catch(() => null);
  if (before && Date.now() - before.birthtimeMs > freshMs) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}
