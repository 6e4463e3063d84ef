import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder } from '../../../src/core/own-folders.js';
import { forgetImported, openVocabulary } from '../../../src/core/vocabulary/store.js';
import { FetchError } from '../../../src/runner/vocabulary/fetch-error.js';
import { fetchVocabulary, type FetchOptions } from '../../../src/runner/vocabulary/fetch-vocabulary.js';
import '../../core/vocabulary/lists.js';
import { LocalSite } from './site.js';

let site: LocalSite;

beforeEach(async () => {
  site = await new LocalSite().start();
  put(2500);
});
afterEach(async () => {
  await site.stop();
  await forgetImported('booru');
  await rm(join(cacheFolder(), 'vocabulary/fetch'), { recursive: true, force: true });
});

/** So many names, with holes between their ids as there are; some have no posts and some are retired. */
function put(count: number): void {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: 3 * at + 7, name: `made_up_${at}`, category: [0, 1, 3, 4, 5][at % 5], post_count: 20 + at, is_deprecated: at === 11, created_at: '2013-02-28T00:00:00.000-05:00', words: ['made', 'up'],
  }));
  site.lists.set('tags', [...rows, { id: 4, name: 'slip', category: 0, post_count: 1, is_deprecated: false }]);
  const relation = (id: number, from: string, to: string, status = 'active') => ({ id, antecedent_name: from, consequent_name: to, status, reason: '', creator_id: 1 });
  site.lists.set('tag_aliases', [relation(1, 'madeup', 'made_up_0'), relation(2, 'gone', 'made_up_1', 'retired')]);
  site.lists.set('tag_implications', [relation(5, 'made_up_5', 'made_up_10'), relation(6, 'made_up_6', 'made_up_10', 'deleted')]);
}

function fetchIt(options: Partial<FetchOptions> = {}) {
  return fetchVocabulary('booru', { userAgent: 'loradeck/test', from: site.url, gapMs: 1, retries: 2, ...options });
}

async function expectWhole(count = 2500): Promise<void> {
  const { vocabulary } = await openVocabulary('booru');
  const known = Array.from({ length: count }, (_, at) => vocabulary.isInUse(vocabulary.find(`made_up_${at}`)));
  expect(known.flatMap((is, at) => (is ? [] : at))).toEqual([11]);
  expect(vocabulary.name(vocabulary.canonical('madeup'))).toBe('made_up_0');
  expect([...vocabulary.implies(vocabulary.find('made_up_5'))].map((entry) => vocabulary.name(entry))).toEqual(['made_up_10']);
  expect(['slip', 'gone'].map((name) => vocabulary.find(name))).toEqual([-1, -1]);
  expect(vocabulary.implies(vocabulary.find('made_up_6'))).toHaveLength(0);
}

test('pages go upward by id, a thousand rows at a time, with a pause and a name', async () => {
  const told: string[] = [];
  const { lists } = await fetchIt({ gapMs: 100, tell: ({ what, done }) => told.push(`${what} ${done}`) });
  await expectWhole();
  expect(site.asked).toEqual(['/tags.json a0', '/tags.json a3004', '/tags.json a6004', '/tag_aliases.json a0', '/tag_implications.json a0']);
  for (const { query, headers } of site.seen) {
    expect(query.get('limit')).toBe('1000');
    expect(headers['user-agent']).toBe('loradeck/test');
  }
  expect(Object.fromEntries(site.seen[0]?.query ?? [])).toMatchObject({ 'search[post_count]': '>=20', only: 'id,name,category,post_count,is_deprecated' });
  expect((site.seen.at(-1)?.at ?? 0) - (site.seen[0]?.at ?? 0)).toBeGreaterThan(300);
  expect(told).toEqual(['tags 0', 'tags 1000', 'tags 2000', 'tags 2500', 'aliases 0', 'aliases 1', 'implications 0', 'implications 1']);
  expect(lists.map(({ taken }) => [taken.tags, taken.aliases, taken.implications])).toEqual([[2500, 0, 0], [0, 1, 0], [0, 0, 1]]);
});

test('a last page that is empty ends it', async () => {
  put(2000);
  await fetchIt();
  await expectWhole(2000);
  expect(site.asked.slice(0, 3)).toEqual(['/tags.json a0', '/tags.json a3004', '/tags.json a6004']);
});

test('rare names are asked for when they are wanted', async () => {
  const { vocabulary } = await fetchIt({ minPosts: 0 });
  expect(vocabulary.isInUse(vocabulary.find('slip'))).toBe(true);
});

test('a page that breaks off is asked for again', async () => {
  site.faults.push({ path: /tags.json/, cut: 900 }, { path: /tags.json/, status: 500 });
  await fetchIt();
  await expectWhole();
  expect(site.asked.slice(0, 4)).toEqual(['/tags.json a0', '/tags.json a0', '/tags.json a0', '/tags.json a3004']);
});

test('after a failure in the middle the next time begins at that page, whatever was written of it', async () => {
  let pages = 0;
  const tell = () => void (++pages === 3 && site.always.push({ path: /tags.json/, status: 502 }));
  await expect(fetchIt({ tell })).rejects.toThrow(`${new URL(site.url).host} refuses (502 Bad Gateway). What is there is kept: fetching again goes on.`);
  await appendFile(join(cacheFolder(), 'vocabulary/fetch/booru/lists/danbooru_tags.jsonl'), `{"id":99999999,"name":"half_wri${'tten'.repeat(100_000)}`);
  site.always.length = 0;
  site.seen.length = 0;
  await fetchIt();
  await expectWhole();
  expect(site.asked).toEqual(['/tags.json a6004', '/tag_aliases.json a0', '/tag_implications.json a0']);
});

test.each([
  ['an answer that is no list', '{"success":false,"message":"no"}', '/tags.json does not answer as Danbooru does.'],
  ['a web page', '<html></html>', '/tags.json does not answer as Danbooru does.'],
  ['rows without ids', '[{"name":"hat"}]', '/tags.json does not answer as Danbooru does.'],
  ['the same page again and again', JSON.stringify([{ id: 0, name: 'hat', post_count: 50, category: 0 }]), ' gives the same page again and again.'],
])('%s is said', async (_, body, message) => {
  site.faults.push({ path: /tags.json/, body });
  await expect(fetchIt()).rejects.toThrow(new FetchError(`${new URL(site.url).host}${message}`));
});

test('names that could steer a terminal are not taken in', async () => {
  site.lists.set('tags', [{ id: 1, name: 'hat', category: 0, post_count: 50, is_deprecated: false }, { id: 2, name: '\u001b]0;x\u0007', category: 0, post_count: 50, is_deprecated: false }]);
  const { lists, vocabulary } = await fetchIt();
  expect(lists[0]?.taken).toMatchObject({ tags: 1, skipped: { unfit: 1 } });
  expect(vocabulary.isInUse(vocabulary.find('hat'))).toBe(true);
});
