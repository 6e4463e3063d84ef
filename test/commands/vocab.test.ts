import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { progressOn } from '../../src/commands/vocab/progress.js';
import { importedPath } from '../../src/core/vocabulary/store.js';
import { LocalSite, putExport } from '../runner/vocabulary/site.js';
import { json, loradeck } from './loradeck.js';

let folder = '';
const before = { data: process.env['XDG_DATA_HOME'], cache: process.env['XDG_CACHE_HOME'], config: process.env['XDG_CONFIG_HOME'] };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-vocab-'));
  for (const name of ['DATA', 'CACHE', 'CONFIG']) process.env[`XDG_${name}_HOME`] = join(folder, name.toLowerCase());
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[`XDG_${name.toUpperCase()}_HOME`];
    else process.env[`XDG_${name.toUpperCase()}_HOME`] = value;
  }
});

/** Writes a list into the folder of the test and gives its path. */
async function list(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, name.endsWith('.gz') ? gzipSync(content) : content);
  return path;
}

const names = async (...argv: string[]) => (await json<{ tag: string }[]>('vocab', 'search', ...argv)).map(({ tag }) => tag);

describe('import', () => {
  test('files of both sites in one go, in any order; what was taken and left out is said', async () => {
    const files = [
      await list('tag_aliases-2025-06-30.csv.gz', 'id,antecedent_name,consequent_name,created_at,status\n1,woolf,made_up_wolf,,active\n2,a,made_up_wolf,,deleted\n3,made_up_den,made_up_wolf,,active\n'),
      await list('tags-2025-06-30.csv.gz', 'id,name,category,post_count\n1,made_up_wolf,5,600\n2,rare,0,1\n3,"a,b",0,700\n4,made_up_den,0,700\n'),
      await list('danbooru.csv', 'made_up_hat,0,500,\n'),
    ];
    const said = await loradeck('vocab', 'import', ...files);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('tag_aliases-2025-06-30.csv.gz: 2 aliases (e621 export)\n  left out: 1 row that the site does not use, or not yet\n');
    expect(said.out).toContain('tags-2025-06-30.csv.gz: 2 names (e621 export)\n  left out: 1 name with too few posts (--min-posts)\n  left out: 1 row with nothing that can stand in a caption\n');
    expect(said.out).toMatch(/danbooru\.csv: 1 name \(tagcomplete CSV\)\nDanbooru: [\d,]+ names, \d+ aliases and [\d,]+ implications are known now\n/);
    expect(await json('vocab', 'search', 'woolf', '--site', 'e6', '--limit', '1')).toMatchObject([{ tag: 'made up wolf', category: 'species', count: 600, via: 'woolf', alias_of: 'made up wolf' }]);
    // The name goes before the alias that is spelt alike.
    expect(await json('vocab', 'search', 'made up den', '--site', 'e6', '--limit', '1')).toMatchObject([{ tag: 'made up den', count: 700 }]);
    expect(await names('made up hat')).toEqual(['made up hat']);
  });

  test('a bad file among them leaves everything as it was', async () => {
    await loradeck('vocab', 'import', await list('e621.csv', 'made_up_wolf,5,600,\n'));
    const index = await readFile(importedPath('e6'));
    const [good, bad] = [await list('more-e621.csv', 'made_up_fox,5,500,\n'), await list('page-e621.csv', '<!DOCTYPE html><title>404</title>')];
    expect(await loradeck('vocab', 'import', good, bad, '--fresh')).toEqual({ code: 1, out: '', err: 'loradeck: page-e621.csv is a web page, no list of names.\n' });
    expect((await readFile(importedPath('e6'))).equals(index)).toBe(true);
    await loradeck('vocab', 'import', good);
    expect(await names('made up', '--site', 'e6')).toEqual(['made up wolf', 'made up fox']);
    await loradeck('vocab', 'import', good, '--fresh');
    expect(await names('made up', '--site', 'e6')).toEqual(['made up fox']);
  });

  test('names of a list of adult names are found when they are asked for', async () => {
    await loradeck('vocab', 'import', await list('a.csv', 'made_up_hat,0,500,\n'), '--site', 'booru', '--adult');
    expect([await names('made up'), await names('made up', '--adult')]).toEqual([[], ['made up hat']]);
  });

  test('what was imported and cannot be read is not thrown away unasked', async () => {
    const file = await list('e621.csv', 'made_up_wolf,5,600,\n');
    await loradeck('vocab', 'import', file);
    await writeFile(importedPath('e6'), (await readFile(importedPath('e6'))).subarray(0, 5000));
    const again = await loradeck('vocab', 'import', file);
    expect(again).toMatchObject({ code: 1, err: `loradeck: ${importedPath('e6')} is cut off. --fresh begins anew without what was imported.\n` });
    const [info] = await json<{ problem: string; imported: boolean }[]>('vocab', 'info', 'e6');
    expect([info?.imported, info?.problem]).toEqual([false, expect.stringContaining('is cut off.') as string]);
    expect(await loradeck('vocab', 'search', 'canine', '--site', 'e6')).toMatchObject({ code: 0, err: expect.stringContaining('is cut off.') as string });
    expect((await loradeck('vocab', 'import', file, '--fresh')).code).toBe(0);
  });
});

describe('search', () => {
  test('a workspace chooses the site, and its tags come with their spelling', async () => {
    const workspace = join(folder, 'Set');
    await mkdir(join(workspace, '3_wolf'), { recursive: true });
    await writeFile(join(workspace, '3_wolf', 'a.png'), '');
    await writeFile(join(workspace, '3_wolf', 'a.txt'), 'wolf, Made_Up_Hat, made up own');
    await loradeck('vocab', 'import', await list('e621.csv', 'made_up_hat,0,500,\n'), await list('danbooru.csv', 'made_up_cap,0,500,\n'));
    const tags = () => names('made up', '--workspace', workspace);
    const settings = (text: string) => writeFile(join(workspace, 'loradeck.toml'), `[loradeck]\n${text}\n`);
    expect(await tags()).toEqual(['Made Up Hat', 'made up own', 'made up cap']);
    await settings('style = "e6"');
    expect(await json('vocab', 'search', 'made up', '--workspace', workspace)).toMatchObject([{ tag: 'Made Up Hat', count: 500 }, { tag: 'made up own', category: null, count: null }]);
    await settings('style = "e6"\nvocabulary = "booru"');
    expect(await tags()).toContain('made up cap');
    await settings('vocabulary = "none"');
    expect(await loradeck('vocab', 'search', 'made', '--workspace', workspace)).toMatchObject({ code: 2, err: 'loradeck: This workspace uses no vocabulary: say --site e6 or --site booru.\n' });
    expect(await names('made up', '--workspace', workspace, '--site', 'e6')).toHaveLength(2);
  });

  test('nothing found is no failure', async () => {
    expect(await json('vocab', 'search', 'xyzzy xyzzy')).toEqual([]);
    expect(await loradeck('vocab', 'search', 'xyzzy xyzzy')).toMatchObject({ code: 0, out: 'Danbooru has no name like that.\n' });
  });
});

test.each<[string[], string]>([
  [['import'], 'vocab import needs at least one file.'],
  [['import', '/nowhere/list.csv'], '/nowhere/list.csv does not exist.'],
  [['import', '/tmp'], '/tmp is a folder, not a list.'],
  [['import', 'a', '--limit', '3'], 'vocab import takes no --limit.'],
  [['import', 'a', '--min-posts', 'x'], '--min-posts needs a whole number.'],
  [['fetch'], 'vocab fetch needs one site: e6 (e621) or booru (Danbooru).'],
  [['fetch', 'gelbooru'], '“gelbooru” is no site: e6 (e621) or booru (Danbooru).'],
  [['fetch', 'e6', '--from', 'file:///etc'], '--from needs an address such as http://127.0.0.1:8080/, not “file:///etc”.'],
  [['fetch', 'e6', '--adult'], 'vocab fetch takes no --adult.'],
  [['info', 'e6', 'booru'], 'vocab info takes one site, or none for both.'],
  [['search'], 'vocab search needs a text.'],
  [['search', 'hat', '--limit', '0'], '--limit needs a whole number from 1 on.'],
  [['list'], 'vocab knows import, fetch, info and search, not “list”.'],
])('wrong use: vocab %s', async (argv, message) => {
  expect(await loradeck('vocab', ...argv)).toEqual({ code: 2, out: '', err: `loradeck: ${message}\n` });
});

describe('progress', () => {
  function stream(isTTY: boolean) {
    const written: string[] = [];
    return { written, isTTY, columns: 20, write: (text: string) => written.push(text) > 0 };
  }

  test('on a terminal it is one line that is rewritten, cut to the width, and gone in the end', () => {
    const out = stream(true);
    const progress = progressOn(out);
    progress.at('a line longer than the window is wide\u001b[31m');
    progress.at('too soon');
    progress.at('new', true);
    progress.say('waiting');
    progress.at('again');
    progress.end();
    expect(out.written).toEqual(['\ra line longer than \u001b[K', '\rnew\u001b[K', '\r\u001b[K', 'waiting\n', '\ragain\u001b[K', '\r\u001b[K']);
  });

  test('elsewhere only what takes long is said, and what is worth a line', () => {
    const out = stream(false);
    const progress = progressOn(out);
    for (let at = 0; at < 100; at++) progress.at(`${at}`);
    progress.say('waiting');
    progress.end();
    expect(out.written).toEqual(['waiting\n']);
  });
});

describe('the built program', () => {
  let site: LocalSite;
  beforeAll(async () => {
    site = await new LocalSite().start();
    putExport(site, '2025-06-30', Array.from({ length: 60 }, (_, at) => `made_up_${(at * 7_919_777) % 1_000_003}`));
  });
  afterAll(() => site.stop());

  function start(...argv: string[]) {
    const child = spawn(process.execPath, ['bin/loradeck.js', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => child.on('close', (code) => resolve({ code, ...said })));
    return { child, ended };
  }

  test('fetches, is stopped with ctrl-c, goes on, and knows the names then', async () => {
    site.faults.push({ path: /tags-/, silentAfter: 300 });
    const first = start('vocab', 'fetch', 'e6', '--from', site.url);
    const part = join(folder, 'cache/loradeck/vocabulary/fetch/e6/lists/tags-2025-06-30.csv.gz.part');
    await expect.poll(() => stat(part).then(({ size }) => size, () => 0), { timeout: 20_000 }).toBe(300);
    first.child.kill('SIGINT');
    expect(await first.ended).toEqual({ code: 1, out: '', err: 'loradeck: Stopped. What was fetched is kept for two days: `loradeck vocab fetch e6` goes on with it.\n' });
    const second = await start('vocab', 'fetch', 'e6', '--from', site.url).ended;
    expect(second).toMatchObject({ code: 0, err: 'Reading the lists.\nBuilding the index.\n' });
    expect(second.out).toContain(`${new URL(site.url).host}/db_export/tags-2025-06-30.csv.gz: 60 names (e621 export)\n`);
    expect(site.asked).toContain('/db_export/tags-2025-06-30.csv.gz bytes=300-');
    for (const { headers } of site.seen) expect(headers['user-agent']).toMatch(/^loradeck\/\d+\.\d+\.\d+ \(.+\)$/);
    // A second between requests, give or take what the machine is busy with.
    expect((site.seen.at(-1)?.at ?? 0) - (site.seen.at(-4)?.at ?? 0)).toBeGreaterThan(2700);
    const search = await start('vocab', 'search', 'made up', '--site', 'e6', '--json').ended;
    expect(JSON.parse(search.out)).toHaveLength(20);
    const info = await start('vocab', 'info', 'e6').ended;
    expect(info.out).toMatch(/^e621 \(e6\): [\d,]+ names, [\d,]+ aliases, 1 implication\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}127.*tags-2025-06-30\.csv\.gz: 60 names \(e621 export\)\n/);
    expect(info.out).toMatch(/e6\.index {2}[\d,]+ KB, opens in [\d.]+ ms\n$/);
  });

  test('that imports twice at the same time has both', async () => {
    const lists = await Promise.all([1, 2, 3].map((at) => list(`${at}-e621.csv`, `made_up_${at},0,50,\n`)));
    for (const { code } of await Promise.all(lists.map((file) => start('vocab', 'import', file).ended))) expect(code).toBe(0);
    expect((await names('made up', '--site', 'e6')).sort()).toEqual(['made up 1', 'made up 2', 'made up 3']);
  });
});
