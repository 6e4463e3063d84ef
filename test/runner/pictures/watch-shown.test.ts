import { mkdir, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ShownFiles, type FileNow } from '../../../src/runner/pictures/watch-shown.js';

let root: string;
let files: ShownFiles;
let told: [name: string, now: FileNow][];
const at = (name: string) => join(root, name);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sizes = () => told.map(([name, now]) => [name, now?.bytes ?? null]);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-watch-'));
  told = [];
  for (const name of ['a.png', 'b.png', 'c.png']) await writeFile(at(name), 'as it was');
  files = new ShownFiles((path, now) => told.push([path.slice(root.length + 1), now]), { restMs: 20, quietMs: 100 });
});
afterEach(async () => {
  await files.close();
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

async function stamps(...names: string[]) {
  return Promise.all(names.map(async (name) => ({ path: at(name), bytes: (await stat(at(name))).size, mtimeMs: (await stat(at(name))).mtimeMs })));
}

/** Shows them, and waits until they are watched for sure. */
async function show(...names: string[]): Promise<void> {
  files.show(await stamps(...names));
  await pause(250);
}

test('a file in view that another program writes is told with its new size and time', async () => {
  await show('a.png', 'b.png');
  expect(told).toEqual([]);
  await writeFile(at('a.png'), 'another picture');
  await vi.waitUntil(() => told.length > 0);
  const { size, mtimeMs } = await stat(at('a.png'));
  expect(told).toEqual([['a.png', { bytes: size, mtimeMs }]]);
  // An editor writes beside it and moves it there; twice, as the file is another one after the first time.
  for (const text of ['moved here', 'moved here too']) {
    await writeFile(at('new'), text);
    await rename(at('new'), at('b.png'));
    await vi.waitUntil(() => told.at(-1)?.[1]?.bytes === text.length);
  }
  expect(sizes()).toEqual([['a.png', 15], ['b.png', 10], ['b.png', 14]]);
});

test('one of the same size is told as well, and one that was only read is not', async () => {
  await show('a.png', 'b.png');
  await pause(20);
  await writeFile(at('a.png'), 'as IT was');
  await (await open(at('b.png'))).close();
  await vi.waitUntil(() => told.length > 0);
  await pause(200);
  expect(sizes()).toEqual([['a.png', 9]]);
});

test('one that is being written is told once, when it is whole', async () => {
  await show('a.png');
  const file = await open(at('a.png'), 'w');
  for (let i = 0; i < 10; i++) {
    await file.write('x'.repeat(100));
    await pause(40);
  }
  expect(told).toEqual([]);
  await file.close();
  await vi.waitUntil(() => told.length > 0);
  await pause(250);
  expect(sizes()).toEqual([['a.png', 1000]]);
});

test('one that goes away is told as gone, and again when it is back', async () => {
  await show('a.png');
  await rm(at('a.png'));
  await vi.waitUntil(() => told.length === 1);
  await writeFile(at('a.png'), 'back');
  await vi.waitUntil(() => told.length === 2);
  await writeFile(at('a.png'), 'back again');
  await vi.waitUntil(() => told.length === 3);
  expect(sizes()).toEqual([['a.png', null], ['a.png', 4], ['a.png', 10]]);
});

test('what changes out of view is told when it comes into view', async () => {
  await show('a.png');
  const before = await stamps('b.png', 'c.png');
  await writeFile(at('b.png'), 'changed unseen');
  await rm(at('c.png'));
  await pause(300);
  expect(told).toEqual([]);
  files.show(before);
  await vi.waitUntil(() => told.length === 1);
  expect(sizes()).toEqual([['b.png', 14]]);
  // That one is out of view by now.
  await writeFile(at('a.png'), 'not looked at');
  await pause(300);
  expect(told.length).toBe(1);
  files.show(await stamps('a.png', 'b.png'));
  await writeFile(at('b.png'), 'and it is watched on');
  await vi.waitUntil(() => told.length === 2);
});

test('a view that moves on at once is not watched, and nothing is told after the end', async () => {
  for (let i = 0; i < 20; i++) {
    files.show([{ path: at(i % 2 ? 'a.png' : 'b.png'), bytes: 1, mtimeMs: 1 }]);
    await pause(5);
  }
  files.show(await stamps('c.png'));
  await pause(250);
  expect(told).toEqual([]);
  await writeFile(at('c.png'), 'changed');
  // It is seen by now, and waited for to become whole.
  await pause(50);
  await files.close();
  await pause(250);
  expect(told).toEqual([]);
});

test('a file that was not there when the workspace was read is told when it comes', async () => {
  await mkdir(at('folder'));
  files.show([{ path: at('folder/d.png'), bytes: 0, mtimeMs: 0 }]);
  await pause(250);
  expect(told).toEqual([]);
  await writeFile(at('folder/d.png'), 'new');
  await vi.waitUntil(() => told.length === 1);
  expect(sizes()).toEqual([['folder/d.png', 3]]);
});
