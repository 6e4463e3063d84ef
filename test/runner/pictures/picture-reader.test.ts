import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { PictureReader, type PictureReaderOptions, type Priority } from '../../../src/runner/pictures/picture-reader.js';
import { buildChild } from './build-child.js';

let scripts: { child: string; breaking: string };
let root: string;
let reader: PictureReader;
const at = (name: string) => join(root, name);
const small = { as: 'rgb', width: 40, height: 40 } as const;

beforeAll(async () => {
  scripts = await buildChild();
  root = await mkdtemp(join(tmpdir(), 'loradeck-reader-'));
  process.env['XDG_CACHE_HOME'] = join(root, 'cache');
  const draw = (name: string, size: number) => sharp({ create: { width: size, height: size, channels: 3, background: '#c04020' } }).png().toFile(at(name));
  await draw('a.png', 300);
  await draw('large.png', 6000);
  for (const name of ['b.png', 'c.png', 'crash.png', 'hang.png', 'crash-2.png']) await copyFile(at('a.png'), at(name));
});
afterEach(() => reader.close());
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

function open(options: PictureReaderOptions = {}): PictureReader {
  reader = new PictureReader({ script: scripts.child, ...options });
  return reader;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a picture', () => {
  test('comes from another process, in the form that is wanted', async () => {
    open();
    const { as, width, height, data } = await reader.read(at('a.png'), small);
    expect([as, width, height, data.length]).toEqual(['rgb', 40, 40, 4800]);
    expect([...data.subarray(0, 3)]).toEqual([0xc0, 0x40, 0x20]);
    const file = await reader.read(at('a.png'), { as: 'jpeg', width: 500, height: 500, quality: 70 });
    expect(await sharp(file.data).metadata()).toMatchObject({ format: 'jpeg', width: 300 });
    expect(reader.pids.length).toBe(1);
    expect(reader.pids).not.toContain(process.pid);
  });

  test('that cannot be read is told so, and the process lives on', async () => {
    open();
    await writeFile(at('words.png'), 'words');
    await expect(reader.read(at('words.png'), small)).rejects.toThrow(/unsupported/);
    const { pids } = reader;
    expect((await reader.read(at('a.png'), small)).width).toBe(40);
    expect(reader.pids).toEqual(pids);
  });

  test('is looked at with its thumbnail made on the way, unless none are wanted', async () => {
    const folder = join(root, 'cache', 'loradeck', 'thumbnails');
    await rm(folder, { recursive: true, force: true });
    open({ thumbnails: () => false });
    expect(await reader.look(at('large.png'))).toMatchObject({ transparent: false, error: null });
    await reader.close();
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    open();
    expect(await reader.look(at('large.png'))).toMatchObject({ transparent: false, error: null });
    await reader.close();
    expect((await readdir(folder)).length).toBe(2);
  });
});

test('thumbnails take no more room than is given to them, and with none nothing stays', async () => {
  const folder = join(root, 'cache', 'loradeck', 'thumbnails');
  const thumbnails = async () => (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.webp')).length;
  open();
  await reader.read(at('a.png'), small);
  await reader.read(at('large.png'), small);
  await reader.close();
  expect(await thumbnails()).toBe(2);
  open({ cacheMb: 1 / 1024 / 1024 });
  expect(await reader.lacking([])).toEqual([]);
  await reader.close();
  expect(await thumbnails()).toBe(0);
  open({ cacheMb: 0 });
  expect((await reader.read(at('b.png'), small)).width).toBe(40);
  await reader.close();
  expect(await readdir(folder).catch(() => null)).toBe(null);
});

describe('what is wanted first', () => {
  /** The order in which reads end when all are asked for at once, while the process is busy. */
  async function order(asked: readonly [name: string, priority: Priority][]): Promise<string[]> {
    // One after the other, so that the order in which they end is that in which they began.
    open({ atOnce: 1 });
    const ended: string[] = [];
    const busy = [1, 2, 3].map((n) => reader.read(at('large.png'), { as: 'png', width: 2000 + n, height: 2000 }));
    await Promise.all([...busy, ...asked.map(([name, priority]) => reader.read(at(name), { ...small, width: 500 }, undefined, priority).then(() => ended.push(`${name} ${priority}`)))]);
    return ended;
  }

  test('goes first: what is in view, the newest of it before the older, then what may be next, then the background', async () => {
    const ended = await order([
      ['a.png', 'background'],
      ['a.png', 'ahead'],
      ['a.png', 'view'],
      ['b.png', 'view'],
      ['c.png', 'view'],
    ]);
    expect(ended).toEqual(['c.png view', 'b.png view', 'a.png view', 'a.png ahead', 'a.png background']);
  });

  test('and what is wanted no more is not read', async () => {
    open();
    const busy = [1, 2, 3].map((n) => reader.read(at('large.png'), { as: 'png', width: 2000 + n, height: 2000 }));
    const stop = new AbortController();
    const dropped = reader.read(at('none.png'), small, stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    await expect(dropped).rejects.toThrow(/aborted/);
    await Promise.all(busy);
    await expect(reader.read(at('a.png'), small, AbortSignal.abort())).rejects.toThrow(/aborted/);
  });
});

describe('when the process', () => {
  test('is killed, what it was asked is answered by another one', async () => {
    open();
    await reader.read(at('a.png'), small);
    const [pid = 0] = reader.pids;
    const reads = [1, 2, 3, 4, 5].map((n) => reader.read(at('large.png'), { as: 'rgb', width: 700 + n, height: 700 }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    process.kill(pid, 'SIGKILL');
    expect((await Promise.all(reads)).map(({ width }) => width)).toEqual([700, 700, 700, 700, 700]);
    expect(isAlive(pid)).toBe(false);
    expect((await reader.read(at('a.png'), small)).width).toBe(40);
  });

  test('crashes at a picture, only that one fails, and is not tried again until its file is another', async () => {
    open({ script: scripts.breaking });
    const names = ['a.png', 'crash.png', 'b.png', 'c.png'];
    const results = await Promise.allSettled(names.map((name) => reader.read(at(name), { ...small, width: 500 })));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((results[1] as PromiseRejectedResult).reason).toMatchObject({ name: 'PictureBreaks', message: 'Opening the picture ended the process that does it.' });
    await reader.read(at('a.png'), small);
    // The one in which it was tried alone ends by and by.
    await vi.waitUntil(() => reader.pids.length === 1, { timeout: 5000 });
    const { pids } = reader;
    await expect(reader.read(at('crash.png'), small)).rejects.toThrow('ended the process');
    expect(await reader.look(at('crash.png'))).toEqual({ transparent: false, error: 'Opening the picture ended the process that does it.', broke: true });
    expect(reader.pids).toEqual(pids);
    expect(isAlive(pids[0] ?? 0)).toBe(true);
  });

  test('crashes at one header of many, the others are read', async () => {
    open({ script: scripts.breaking });
    const facts = await reader.facts(['a.png', 'b.png', 'crash-2.png', 'c.png'].map(at));
    expect(facts.map(({ width }) => width)).toEqual([300, 300, 0, 300]);
    expect(facts[2]?.error).toMatch(/ended the process/);
  });

  test('hangs at a picture, it is ended, that picture fails, and the others go on', async () => {
    open({ script: scripts.breaking, hangMs: 1500 });
    const [hung, other] = await Promise.allSettled([reader.read(at('hang.png'), small), reader.read(at('b.png'), small)]);
    expect(hung.status).toBe('rejected');
    expect(other.status).toBe('fulfilled');
    const started = Date.now();
    await expect(reader.read(at('hang.png'), small)).rejects.toThrow('did not come to an end');
    expect(Date.now() - started).toBeLessThan(1000);
  });

  test('does not start, every picture says so at once, and none is blamed', async () => {
    open({ script: join(root, 'none.mjs') });
    await expect(reader.look(at('a.png'))).rejects.toThrow('does not start');
    const started = Date.now();
    await expect(reader.look(at('b.png'))).rejects.toThrow('does not start');
    expect(Date.now() - started).toBeLessThan(100);
  });

  test('is not asked for a while, it ends, and another is started for the next picture', async () => {
    open({ idleMs: 50 });
    await reader.read(at('a.png'), small);
    const [pid = 0] = reader.pids;
    await vi.waitUntil(() => !isAlive(pid), { timeout: 5000 });
    expect((await reader.read(at('a.png'), small)).width).toBe(40);
    expect(reader.pids).not.toContain(pid);
  });

  test('is asked again and again, it stays the only one, however long it goes on', async () => {
    open({ idleMs: 100 });
    await reader.read(at('a.png'), small);
    const { pids } = reader;
    for (const end = Date.now() + 1000; Date.now() < end; ) {
      // Answers that come together are what several timers would be made of.
      await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => reader.read(at(name), small)));
      expect(reader.pids).toEqual(pids);
    }
  });

  test('grows too large, another takes its place, and nothing is lost', async () => {
    open({ mostBytes: 1 });
    const reads = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => reader.read(at('a.png'), { as: 'rgb', width: 400 + n, height: 400 })));
    expect(reads.length).toBe(6);
    await vi.waitUntil(() => reader.pids.length === 0, { timeout: 5000 });
  });

  test('is in the midst of a picture when the program ends, it ends too', async () => {
    open();
    await reader.read(at('a.png'), small);
    const [pid = 0] = reader.pids;
    const reads = [1, 2, 3].map((n) => reader.read(at('large.png'), { as: 'png', width: 3000 + n, height: 3000 }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await reader.close();
    expect((await Promise.allSettled(reads)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(isAlive(pid)).toBe(false);
  });
});
