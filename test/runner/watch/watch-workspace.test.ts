import type { watch as systemWatch } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldersToWatch } from '../../../src/runner/watch/folders.js';
import { WorkspaceWatch, type News, type WatchOptions } from '../../../src/runner/watch/watch-workspace.js';

let root: string;
let watching: WorkspaceWatch;
let told: News[];
let trouble: string[];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const put = async (path: string, text = 'text') => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const paths = () => [...new Set(told.flat())].sort();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-watch-'));
  told = [];
  trouble = [];
  for (const path of ['1_a/x.txt', '1_a/x.png', '1_a/deep/y.txt', 'Raw/more/z.png', 'output/sample/s.png', '.loradeck/journal/log.jsonl']) await put(path);
});
afterEach(async () => {
  await watching?.close();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: WatchOptions = {}, tell: (news: News) => Promise<void> = async (news) => void told.push(news)): Promise<void> {
  watching = new WorkspaceWatch(tell, (sentence) => trouble.push(sentence), { quietMs: 60, ...options });
  await watching.follow(root);
}

test('folders that the trainer reads are watched to the bottom, others at the top, hidden ones and loops not at all', async () => {
  await symlink(root, join(root, '1_a/back'));
  expect((await foldersToWatch(root)).sort()).toEqual(['', '1_a', '1_a/deep', 'Raw', 'Raw/more', 'output']);
});

test('what is written, made, moved and removed is told by its path; hidden names are not', async () => {
  await start();
  await put('1_a/x.txt', 'other');
  await put('1_a/new.png');
  await put('1_a/.loradeck-3-0.tmp');
  await rename(join(root, '1_a/.loradeck-3-0.tmp'), join(root, '1_a/deep/y.txt'));
  await rm(join(root, 'Raw/more/z.png'));
  await put('loradeck.toml');
  await put('.loradeck/journal/log.jsonl', 'more');
  await put('output/sample/t.png');
  await vi.waitUntil(() => paths().length >= 5);
  await pause(200);
  expect(paths()).toEqual(['1_a/deep/y.txt', '1_a/new.png', '1_a/x.txt', 'Raw/more/z.png', 'loradeck.toml']);
});

test('a file that is being written is told once it is left alone, whatever else is written', async () => {
  await start();
  const file = await open(join(root, '1_a/x.png'), 'w');
  for (let i = 0; i < 10; i++) {
    await file.write('x'.repeat(100));
    if (i === 2) await put('1_a/x.txt', 'other');
    await pause(30);
  }
  expect(paths()).toEqual(['1_a/x.txt']);
  await file.close();
  await vi.waitUntil(() => paths().length === 2);
  await pause(200);
  expect(told.flat().filter((path) => path === '1_a/x.png')).toHaveLength(1);
});

test('news wait until those before are dealt with', async () => {
  let busy = 0;
  let most = 0;
  await start({}, async (news) => {
    most = Math.max(most, ++busy);
    await pause(100);
    told.push(news);
    busy--;
  });
  for (let i = 0; i < 8; i++) {
    await put(`1_a/${i}.txt`);
    await pause(40);
  }
  await vi.waitUntil(() => paths().length === 8);
  expect(most).toBe(1);
});

test('a new folder is watched once it is followed, and a look at everything finds what came before', async () => {
  await start();
  await put('2_b/x.png');
  await vi.waitUntil(() => paths().includes('2_b'));
  await watching.follow(root);
  await vi.waitUntil(() => told.includes('all'));
  told = [];
  await put('2_b/x.txt');
  await vi.waitUntil(() => paths().includes('2_b/x.txt'));
});

test('another workspace is watched in place of the first', async () => {
  await start();
  const other = await mkdtemp(join(tmpdir(), 'loradeck-watch-'));
  try {
    await mkdir(join(other, '1_b'));
    await watching.follow(other);
    await put('1_a/x.txt', 'other');
    await writeFile(join(other, '1_b/x.txt'), 'here');
    await vi.waitUntil(() => told.length > 0);
    await pause(150);
    expect(paths()).toEqual(['1_b/x.txt']);
  } finally {
    await rm(other, { recursive: true });
  }
});

test.each([
  ['ENOSPC', 'fs.inotify.max_user_watches'],
  ['EMFILE', 'fs.inotify.max_user_instances'],
])('without watches (%s) everything is looked at now and then, and it is said once', async (code, setting) => {
  let given = 0;
  const watchFolder = (() => {
    given++;
    throw Object.assign(new Error(code), { code });
  }) as unknown as typeof systemWatch;
  await start({ watchFolder, pollMs: 50 });
  await vi.waitUntil(() => told.length >= 3);
  expect(new Set(told)).toEqual(new Set(['all']));
  expect(trouble).toEqual([`The system has no more file watches to give (${setting}): what other programs write is seen some seconds later.`]);
  expect(given).toBe(1);
  await watching.close();
  const seen = told.length;
  await pause(200);
  expect(told).toHaveLength(seen);
});

test('on a network file system it is looked at besides, and a long look makes the next one later', async () => {
  await start({ remote: async () => true, pollMs: 20 }, async (news) => {
    told.push(news);
    await pause(30);
  });
  await pause(500);
  expect(told.filter((news) => news === 'all')).toHaveLength(1);
  expect(trouble).toEqual([]);
  await put('1_a/x.txt', 'other');
  await vi.waitUntil(() => paths().includes('1_a/x.txt'));
});

test('more at once than the system remembers makes a look at everything', async () => {
  let heard: (event: string, name: string) => void = () => {};
  const watchFolder = ((_path: string, _options: unknown, listener: typeof heard) => {
    heard = listener;
    return { on: () => {}, close: () => {} };
  }) as unknown as typeof systemWatch;
  await start({ watchFolder });
  for (let i = 0; i < 16_383; i++) heard('rename', '.hidden');
  heard('change', 'x.txt');
  await vi.waitUntil(() => told.includes('all'));
});
