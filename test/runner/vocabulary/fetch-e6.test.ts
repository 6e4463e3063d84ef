import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../src/core/own-folders.js';
import { forgetImported, importedPath, importTable, openVocabulary, VocabularyBusy } from '../../../src/core/vocabulary/store.js';
import { FetchError } from '../../../src/runner/vocabulary/fetch-error.js';
import { fetchVocabulary, type FetchOptions } from '../../../src/runner/vocabulary/fetch-vocabulary.js';
import { tableOfText } from '../../core/vocabulary/lists.js';
import { smallDisk } from '../../small-disk.js';
import { LocalSite, putExport } from './site.js';

// Bytes that do not pack, so that a file can break off in the middle.
const names = Array.from({ length: 400 }, (_, at) => `made_up_${(at * 7_919_777) % 1_000_003}`);
const tags = '/db_export/tags-2025-06-30.csv.gz';
let site: LocalSite;

beforeEach(async () => {
  site = await new LocalSite().start();
  putExport(site, '2025-06-30', names);
});
afterEach(async () => {
  await site.stop();
  await forgetImported('e6');
  await rm(join(cacheFolder(), 'vocabulary/fetch'), { recursive: true, force: true });
});

function fetchIt(options: Partial<FetchOptions> = {}) {
  return fetchVocabulary('e6', { userAgent: 'loradeck/test', from: site.url, gapMs: 1, retries: 3, ...options });
}

/** Asserts that the names are all there. */
async function expectWhole(): Promise<void> {
  const { vocabulary, about, problem } = await openVocabulary('e6');
  expect(problem).toBeNull();
  for (const name of names) expect(vocabulary.isInUse(vocabulary.find(name)), name).toBe(true);
  expect(vocabulary.name(vocabulary.canonical(`old_${names[0]}`))).toBe(names[0]);
  expect([...vocabulary.implies(vocabulary.find(names[0] ?? ''))].map((entry) => vocabulary.name(entry))).toEqual([names[1]]);
  expect(['slip_of_the_pen', 'gone'].map((name) => vocabulary.find(name))).toEqual([-1, -1]);
  expect(about.sources.filter(({ from }) => from.startsWith('http')).map(({ from }) => from.replace(site.url, '/'))).toEqual([tags, tags.replace('tags', 'tag_aliases'), tags.replace('tags', 'tag_implications')]);
}

test('the newest of each list is fetched, one after the other with a pause, by a program that says its name', async () => {
  site.files.clear();
  putExport(site, '2025-06-28', ['not_this']);
  putExport(site, '2025-06-30', names);
  putExport(site, '2024-12-31', ['nor_this']);
  const told: string[] = [];
  const { lists } = await fetchIt({ gapMs: 100, tell: ({ what, done, total, unit }) => done === total && told.push(`${what} ${unit}`) });
  await expectWhole();
  expect(site.asked).toEqual(['/db_export/', tags, tags.replace('tags', 'tag_aliases'), tags.replace('tags', 'tag_implications')]);
  expect(new Set(site.seen.map(({ headers }) => headers['user-agent']))).toEqual(new Set(['loradeck/test']));
  expect((site.seen.at(-1)?.at ?? 0) - (site.seen[0]?.at ?? 0)).toBeGreaterThan(220);
  expect(told).toEqual(['tags bytes', 'aliases bytes', 'implications bytes']);
  expect(lists.map(({ holds, taken }) => [holds, taken.skipped])).toEqual([
    ['tags', { rare: 1, old: 0, unfit: 0 }],
    ['aliases', { rare: 0, old: 1, unfit: 0 }],
    ['implications', { rare: 0, old: 1, unfit: 0 }],
  ]);
  // What was fetched lies in the index, and nowhere else.
  expect(existsSync(join(cacheFolder(), 'vocabulary/fetch/e6/lists'))).toBe(false);
});

describe('a line that breaks', () => {
  test('is gone on with where it broke', async () => {
    site.faults.push({ path: /tags-2025/, cut: 1000 }, { path: /tags-2025/, cut: 500 });
    await fetchIt();
    await expectWhole();
    expect(site.asked.slice(1, 4)).toEqual([tags, `${tags} bytes=1000-`, `${tags} bytes=1500-`]);
    expect(site.seen[2]?.headers['if-range']).toMatch(/^"[0-9a-f]{16}"$/);
  });

  test('as often as more comes, however often that is', async () => {
    for (let at = 0; at < 8; at++) site.faults.push({ path: /tags-2025/, cut: 200 });
    await fetchIt();
    await expectWhole();
  });

  test('again and again is given up, and gone on with the next time', async () => {
    site.always.push({ path: /tag_aliases-/, cut: 0 });
    site.faults.push({ path: /tag_aliases-/, cut: 30 });
    await expect(fetchIt({ retries: 1 })).rejects.toThrow(new FetchError(`The line to ${new URL(site.url).host} broke. What is there is kept: fetching again goes on.`));
    expect(existsSync(importedPath('e6'))).toBe(false);
    site.always.length = 0;
    site.seen.length = 0;
    await fetchIt();
    await expectWhole();
    expect(site.asked).toEqual(['/db_export/', `${tags.replace('tags', 'tag_aliases')} bytes=30-`, tags.replace('tags', 'tag_implications')]);
  });

  test('on a site that gives no marks, or only whole files, begins again, and comes to an end', async () => {
    site.marks = false;
    site.faults.push({ path: /tags-2025/, cut: 1000 });
    await fetchIt();
    await expectWhole();
    expect(site.asked.slice(1, 3)).toEqual([tags, tags]);
    await forgetImported('e6');
    site.marks = true;
    site.ranges = false;
    site.always.push({ path: /tags-2025/, cut: 1000 });
    await expect(fetchIt({ retries: 2 })).rejects.toThrow(FetchError);
    site.always.length = 0;
    await fetchIt();
    await expectWhole();
  });

  test('by falling silent', async () => {
    site.faults.push({ path: /tags-2025/, silentAfter: 700 });
    await fetchIt({ silenceMs: 150 });
    await expectWhole();
    expect(site.asked[2]).toBe(`${tags} bytes=700-`);
  });
});

describe('a file that changes in between', () => {
  test('is fetched whole: what was there is of another', async () => {
    site.faults.push({ path: /tags-2025/, cut: 1000 });
    site.always.push({ path: /tags-2025/, status: 500 });
    await expect(fetchIt({ retries: 1 })).rejects.toThrow('refuses (500 Internal Server Error)');
    site.always.length = 0;
    site.put('tags-2025-06-30.csv.gz', `id,name,category,post_count\n${names.map((name, at) => `${at + 1},${name},0,${5000 - at}\n`).join('')}`);
    await fetchIt();
    await expectWhole();
    const { vocabulary } = await openVocabulary('e6');
    expect(vocabulary.posts(vocabulary.find(names[0] ?? ''))).toBe(5000);
  });

  test('and is shorter now: it begins again', async () => {
    site.faults.push({ path: /tags-2025/, cut: 1000 }, { path: /tags-2025/, status: 416, headers: { 'content-range': 'bytes */900' } });
    await fetchIt();
    await expectWhole();
    expect(site.asked.slice(1, 4)).toEqual([tags, `${tags} bytes=1000-`, tags]);
  });

  test('although the site says it goes on: its mark is another', async () => {
    site.faults.push({ path: /tags-2025/, cut: 1000 }, { path: /tags-2025/, status: 206, headers: { etag: '"other"', 'content-range': 'bytes 1000-1001/1002' }, body: 'xx' });
    await fetchIt();
    await expectWhole();
  });
});

describe('a site that is busy', () => {
  test.each<[string, number, () => Record<string, string>, number]>([
    ['429 and a time in seconds', 429, () => ({ 'retry-after': '1' }), 950],
    ['429 and a date', 429, () => ({ 'retry-after': new Date(Date.now() + 2000).toUTCString() }), 950],
    ['503', 503, () => ({}), 0],
  ])('%s', async (_, status, headers, atLeast) => {
    const said: string[] = [];
    site.faults.push({ path: /tags-2025/, status, headers: headers() });
    await fetchIt({ say: (why) => said.push(why) });
    await expectWhole();
    expect((site.seen[2]?.at ?? 0) - (site.seen[1]?.at ?? 0)).toBeGreaterThanOrEqual(atLeast);
    expect(said[0]).toContain(`refuses (${status}`);
  });

  test('for longer than anybody waits', async () => {
    site.faults.push({ path: /tags-2025/, status: 429, headers: { 'retry-after': '3600' } });
    await expect(fetchIt()).rejects.toThrow(`${new URL(site.url).host} asks to come again in 60 min; what is there is kept, and fetching goes on then.`);
  });

  test('what is not there is not asked for again', async () => {
    site.faults.push({ path: /tags-2025/, status: 404 });
    await expect(fetchIt()).rejects.toThrow('refuses (404 Not Found).');
    expect(site.seen).toHaveLength(2);
  });

  test('a site that cannot be reached', async () => {
    const from = site.url;
    await site.stop();
    await expect(fetchIt({ from, retries: 1 })).rejects.toThrow(`${new URL(from).host} cannot be reached (ECONNREFUSED). What is there is kept: fetching again goes on.`);
    await site.start();
  });
});

describe('what is no export', () => {
  test('another page in place of the listing', async () => {
    site.faults.push({ path: /db_export\/$/, body: '<html>Welcome</html>' });
    await expect(fetchIt()).rejects.toThrow(`${site.url}db_export/ lists no file tags-….csv.gz.`);
  });

  test.each([
    ['a web page', '<!doctype html><p>Please wait while we check your browser', 'tags-2025-06-30.csv.gz is a web page, no list of names.'],
    ['a torn file', Buffer.from([0x1f, 0x8b, 8, 0, 0]), 'tags-2025-06-30.csv.gz is cut off.'],
    ['nothing of use', Buffer.from('id,name,category,post_count\n'), 'tags-2025-06-30.csv.gz holds no name that could be used.'],
  ])('%s is said, not kept, and the vocabulary stays', async (_, body, message) => {
    await importTable(tableOfText('e6', 'made_up_hat:90'), [{ from: 'mine.csv', format: 'csv', at: '2025-01-01T00:00:00.000Z', tags: 1, aliases: 0, implications: 0 }]);
    const before = await readFile(importedPath('e6'));
    const right = site.files.get('tags-2025-06-30.csv.gz') ?? Buffer.alloc(0);
    site.files.set('tags-2025-06-30.csv.gz', Buffer.from(body));
    await expect(fetchIt()).rejects.toThrow(new FetchError(`What ${new URL(site.url).host} gave cannot be used: ${message}`));
    expect((await readFile(importedPath('e6'))).equals(before)).toBe(true);
    site.files.set('tags-2025-06-30.csv.gz', right);
    await fetchIt();
    await expectWhole();
  });
});

test('lists that were imported from files stay, but for a fresh start; what was fetched before goes', async () => {
  await importTable(tableOfText('e6', 'made_up_hat:90'), [{ from: 'mine.csv', format: 'csv', at: '2025-01-01T00:00:00.000Z', tags: 1, aliases: 0, implications: 0 }]);
  await fetchIt();
  await expectWhole();
  site.files.clear();
  putExport(site, '2025-07-01', names.slice(1));
  const { about, vocabulary } = await fetchIt();
  expect(about.sources.map(({ from }) => from.replace(/.*\//, ''))).toEqual(['mine.csv', 'tags-2025-07-01.csv.gz', 'tag_aliases-2025-07-01.csv.gz', 'tag_implications-2025-07-01.csv.gz']);
  expect(vocabulary.isInUse(vocabulary.find('made_up_hat'))).toBe(true);
  const fresh = await fetchIt({ fresh: true });
  expect(fresh.vocabulary.find('made_up_hat')).toBe(-1);
  expect(fresh.vocabulary.find(names[0] ?? '')).toBe(-1);
});

test('what was begun at another address is not gone on with', async () => {
  const other = await new LocalSite().start();
  try {
    putExport(other, '2025-06-30', ['wrong', 'wrong_too', 'wrong_again']);
    other.faults.push({ path: /tag_aliases/, status: 404 });
    await expect(fetchIt({ from: other.url })).rejects.toThrow('404');
    await fetchIt();
    await expectWhole();
  } finally {
    await other.stop();
  }
});

test('stopped in the middle it leaves what is there, and goes on with it', async () => {
  site.faults.push({ path: /tags-2025/, silentAfter: 800 });
  const stop = new AbortController();
  const started = performance.now();
  const tell = ({ done }: { done: number }) => done === 800 && stop.abort();
  await expect(fetchIt({ signal: stop.signal, tell })).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(await readdir(join(cacheFolder(), 'vocabulary/fetch/e6/lists'))).toContain('tags-2025-06-30.csv.gz.part');
  await fetchIt();
  await expectWhole();
  expect(site.asked).toContain(`${tags} bytes=800-`);
});

test('stopped while it waits', async () => {
  site.faults.push({ path: /tags-2025/, status: 429, headers: { 'retry-after': '100' } });
  const stop = new AbortController();
  await expect(fetchIt({ signal: stop.signal, say: () => stop.abort() })).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error);
});

test('two at the same time: the second is told', async () => {
  site.faults.push({ path: /tags-2025/, silentAfter: 800 });
  const first = fetchIt({ silenceMs: 400 });
  await expect.poll(() => site.seen.length).toBe(2);
  await expect(fetchIt()).rejects.toThrow(new VocabularyBusy('Another program fetches the names of e621 just now.'));
  await first;
  await expectWhole();
});

test('a disk that is full is said, and what is there is gone on with', async ({ skip }) => {
  const disk = await smallDisk();
  if (disk === null) return skip('no disk may be mounted here');
  const { XDG_CACHE_HOME: home } = process.env;
  process.env['XDG_CACHE_HOME'] = disk;
  try {
    await mkdir(join(disk, 'other'));
    await writeFile(join(disk, 'other/rest'), Buffer.alloc(2 ** 20 - 40_000));
    site.files.set('tags-2025-06-30.csv.gz', Buffer.concat([site.files.get('tags-2025-06-30.csv.gz') ?? Buffer.alloc(0), Buffer.alloc(100_000)]));
    await expect(fetchIt()).rejects.toThrow('ENOSPC');
    expect(site.seen).toHaveLength(2);
    await writeFile(join(disk, 'other/rest'), '');
    putExport(site, '2025-06-30', names);
    await fetchIt();
    await expectWhole();
  } finally {
    process.env['XDG_CACHE_HOME'] = home;
  }
});
