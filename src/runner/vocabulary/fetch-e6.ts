import { join } from 'node:path';
import { printable } from '../../core/printable.js';
import type { Holds } from '../../core/vocabulary/import/shape.js';
import { download } from './download.js';
import { FetchError } from './fetch-error.js';
import type { Fetched, TellFetch } from './fetched.js';
import type { Polite } from './polite.js';

/** Where e621 lies. */
export const e6Address = 'https://e621.net/';

const parts: readonly { what: Holds; prefix: string }[] = [
  { what: 'tags', prefix: 'tags' },
  { what: 'aliases', prefix: 'tag_aliases' },
  { what: 'implications', prefix: 'tag_implications' },
];

/**
 * Fetches the newest of e621's own exports, which it writes once a day: names, aliases and implications.
 *
 * @param folder where they are kept until they are taken in; an earlier try is gone on with
 * @param base the site, or one that speaks like it
 * @throws FetchError
 */
export async function fetchE6(site: Polite, base: URL, folder: string, tell: TellFetch): Promise<Fetched[]> {
  const listing = new URL('db_export/', base);
  const page = await site.text(listing);
  const fetched: Fetched[] = [];
  for (const { what, prefix } of parts) {
    // Names sort as their dates do.
    const newest = [...page.matchAll(new RegExp(`href="(?:[^"]*/)?(${prefix}-\\d{4}-\\d\\d-\\d\\d\\.csv\\.gz)"`, 'g'))].map(([, name = '']) => name).sort().at(-1);
    if (newest === undefined) throw new FetchError(`${printable(listing.href)} lists no file ${prefix}-….csv.gz.`);
    const path = join(folder, newest);
    const url = new URL(newest, listing);
    await download(site, url, path, (done, total) => tell({ what, done, total, unit: 'bytes' }));
    fetched.push({ what, path, from: url.href });
  }
  return fetched;
}
