import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Thumbnails } from '../../../src/core/images/thumbnails/thumbnails.js';
import { trimThumbnails } from '../../../src/core/images/thumbnails/trim.js';

let root: string;
let cache: string;
const at = (name: string) => join(root, name);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-thumbnails-'));
  cache = join(root, 'cache');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A picture of one colour, as old as pictures are. */
async function draw(name: string, background: string, size = 400): Promise<void> {
  await sharp({ create: { width: size, height: size / 2, channels: 3, background } }).png().toFile(at(name));
  await utimes(at(name), 1_600_000_000, 1_600_000_000 + background.length + size);
}

/** Names of the thumbnails, without their folders. */
async function made(): Promise<string[]> {
  const folders = (await readdir(cache).catch(() => [])).filter((name) => name !== 'known');
  return (await Promise.all(folders.map((name) => readdir(join(cache, name))))).flat().sort();
}

async function fileOf(name: string): Promise<string> {
  return join(cache, name.slice(0, 2), name);
}

/** One pixel of a picture that is read small by a program that is started anew. */
async function look(name: string, width = 100): Promise<number[]> {
  const thumbnails = new Thumbnails({ folder: cache });
  const { data } = await thumbnails.read(at(name), { as: 'rgb', width, height: width });
  await thumbnails.settled();
  return [...data.subarray(0, 3)];
}

const near = (color: readonly number[], wanted: readonly number[]) => color.every((value, i) => Math.abs(value - (wanted[i] ?? 0)) < 12);

describe('a thumbnail', () => {
  test('is made in the size that is enough, and not where the original is wanted', async () => {
    await draw('a.png', '#c04020');
    expect(near(await look('a.png'), [0xc0, 0x40, 0x20])).toBe(true);
    expect(await made()).toEqual([expect.stringMatching(/^[0-9a-f]{32}-160\.webp$/)]);
    await look('a.png', 300);
    expect((await made()).map((name) => name.slice(32))).toEqual(['-160.webp', '-384.webp']);
    const thumbnails = new Thumbnails({ folder: join(root, 'other') });
    expect((await thumbnails.read(at('a.png'), { as: 'rgb', width: 390, height: 390 })).width).toBe(390);
    expect((await thumbnails.read(at('a.png'), { as: 'rgb', width: 50, height: 50, region: { left: 0, top: 0, width: 0.5, height: 1 } })).width).toBe(50);
    await thumbnails.settled();
    expect(await readdir(join(root, 'other')).catch(() => [])).toEqual([]);
  });

  test('is what is shown, with the shape of the picture, and not larger than it as a file', async () => {
    await draw('a.png', '#c04020');
    await draw('tiny.png', '#2040c0', 60);
    for (let time = 1; time <= 2; time++) {
      const thumbnails = new Thumbnails({ folder: cache });
      const pixels = await thumbnails.read(at('a.png'), { as: 'rgb', width: 100, height: 100 });
      expect([pixels.width, pixels.height]).toEqual([100, 50]);
      const tiny = await thumbnails.read(at('tiny.png'), { as: 'png', width: 100, height: 100 });
      expect([tiny.width, tiny.height]).toEqual([60, 30]);
      await thumbnails.settled();
    }
  });

  test('is used instead of the file, which is not even read when it is known', async () => {
    await draw('a.png', '#c04020');
    await look('a.png');
    const { size, mtimeMs } = await stat(at('a.png'));
    await writeFile(at('a.png'), Buffer.alloc(size));
    await utimes(at('a.png'), mtimeMs / 1000, mtimeMs / 1000);
    expect(near(await look('a.png'), [0xc0, 0x40, 0x20])).toBe(true);
  });

  test('holds a tiny picture that is read for what is no larger, in the same shape and nearly the same colours', async () => {
    const { data } = await sharp('fixtures/workspace/4_pipnix/001.png').removeAlpha().resize(301, 397, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
    await sharp(data, { raw: { width: 301, height: 397, channels: 3 } }).png().toFile(at('a.png'));
    await utimes(at('a.png'), 1_600_000_000, 1_600_000_000);
    await look('a.png');
    const thumbnails = new Thumbnails({ folder: cache });
    for (const room of [{ width: 18, height: 20 }, { width: 10, height: 40 }, { width: 30, height: 40 }, { width: 28, height: 90 }]) {
      const ours = await thumbnails.read(at('a.png'), { as: 'rgb', ...room });
      const theirs = await sharp(at('a.png')).resize(room.width, room.height, { fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
      expect([ours.width, ours.height]).toEqual([theirs.info.width, theirs.info.height]);
      const off = ours.data.reduce((sum, value, i) => sum + Math.abs(value - (theirs.data[i] ?? 0)), 0) / ours.data.length;
      expect(off).toBeLessThan(8);
    }
    // A file is one however small it is.
    const png = await thumbnails.read(at('a.png'), { as: 'png', width: 18, height: 20 });
    expect((await sharp(png.data).metadata()).format).toBe('png');
    await thumbnails.settled();
  });

  test('is shared by files of the same bytes, and kept when the file gets another name', async () => {
    await draw('a.png', '#c04020');
    await copyFile(at('a.png'), at('copy.png'));
    await look('a.png');
    await look('copy.png');
    await rename(at('a.png'), at('renamed.png'));
    const [name = ''] = await made();
    // Nobody decodes the picture again, or its thumbnail would be written again.
    const { mtimeMs } = await stat(await fileOf(name));
    await look('renamed.png');
    expect(await made()).toEqual([name]);
    expect((await stat(await fileOf(name))).mtimeMs).toBe(mtimeMs);
  });

  test('is dropped when the file has other bytes', async () => {
    await draw('a.png', '#c04020');
    await look('a.png');
    const [before] = await made();
    await draw('a.png', '#2040c0', 402);
    expect(near(await look('a.png'), [0x20, 0x40, 0xc0])).toBe(true);
    const after = await made();
    expect(after.length).toBe(1);
    expect(after).not.toContain(before);
  });

  test('that is damaged, cut off, empty or something else is made again', async () => {
    await draw('a.png', '#c04020');
    await look('a.png');
    const [name = ''] = await made();
    const whole = await readFile(await fileOf(name));
    const flipped = Buffer.from(whole);
    flipped.writeUInt8((flipped[40] ?? 0) ^ 0x10, 40);
    for (const bad of [flipped, whole.subarray(0, whole.length / 2), Buffer.alloc(0), Buffer.from('words'), randomBytes(5000)]) {
      await writeFile(await fileOf(name), bad);
      expect(near(await look('a.png'), [0xc0, 0x40, 0x20])).toBe(true);
      expect((await readFile(await fileOf(name))).equals(whole)).toBe(true);
    }
  });

  test('that cannot be written is no error', async () => {
    await draw('a.png', '#c04020');
    await writeFile(cache, 'a file where the folder should be');
    expect(near(await look('a.png'), [0xc0, 0x40, 0x20])).toBe(true);
  });

  test('is made once for two who ask at the same time', async () => {
    await draw('a.png', '#c04020', 3000);
    const thumbnails = new Thumbnails({ folder: cache });
    const both = await Promise.all([30, 40].map((width) => thumbnails.read(at('a.png'), { as: 'rgb', width, height: width })));
    expect(both.map(({ width }) => width)).toEqual([30, 40]);
    await thumbnails.settled();
    expect((await made()).length).toBe(1);
  });
});

describe('a list of what is known', () => {
  test('that is damaged loses what is damaged and nothing else', async () => {
    await draw('a.png', '#c04020');
    await draw('b.png', '#2040c0');
    await look('a.png');
    const [list = ''] = await readdir(join(cache, 'known'));
    const file = join(cache, 'known', list);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `no JSON\n["b.png",1,2,"../../../../etc/passwd"]\n${text}["b.png",12`);
    await look('b.png');
    const names = (await readFile(file, 'utf8')).split('\n').filter((line) => /^\["[ab]\.png",\d+,[\d.]+,"[0-9a-f]{32}"\]$/.test(line));
    expect(names.length).toBe(2);
    const thumbnails = new Thumbnails({ folder: cache });
    const files = await Promise.all(['a.png', 'b.png'].map(async (name) => ({ path: at(name), bytes: (await stat(at(name))).size, mtimeMs: (await stat(at(name))).mtimeMs })));
    expect(await thumbnails.lacking(files)).toEqual([false, false]);
  });
});

describe('a look at a picture', () => {
  test('tells what its pixels tell, and makes the thumbnail of the same pixels', async () => {
    await draw('a.png', '#c04020');
    await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } }).png().toFile(at('glass.png'));
    const whole = await readFile(at('a.png'));
    await writeFile(at('cut.png'), whole.subarray(0, whole.length / 2));
    const thumbnails = new Thumbnails({ folder: cache });
    expect(await thumbnails.look(at('a.png'))).toMatchObject({ transparent: false, error: null });
    expect(await thumbnails.look(at('glass.png'))).toMatchObject({ transparent: true, error: null });
    expect((await thumbnails.look(at('cut.png'))).error).toMatch(/cut off|damaged/);
    expect((await thumbnails.look(at('none.png'))).error).toBe('The file does not exist.');
    await thumbnails.settled();
    expect((await made()).length).toBe(2);
    expect(near(await look('glass.png'), [227, 127, 127])).toBe(true);
  });

  test('is needed by the pictures that have none, and by none when there is no more room', async () => {
    await draw('a.png', '#c04020');
    await draw('b.png', '#2040c0');
    const stamp = async (name: string) => ({ path: at(name), bytes: (await stat(at(name))).size, mtimeMs: (await stat(at(name))).mtimeMs });
    const files = [await stamp('a.png'), await stamp('b.png')];
    const thumbnails = new Thumbnails({ folder: cache });
    await thumbnails.look(at('a.png'));
    await thumbnails.settled();
    expect(await thumbnails.lacking(files)).toEqual([false, true]);
    expect(await new Thumbnails({ folder: cache, mostBytes: 100 }).lacking(files)).toEqual([true, true]);
    await thumbnails.look(at('a.png'));
    await thumbnails.settled();
    const { size } = await stat(await fileOf((await made())[0] ?? ''));
    expect(await new Thumbnails({ folder: cache, mostBytes: size + 1 }).lacking(files)).toEqual([false, false]);
  });
});

describe('all thumbnails together', () => {
  test('stay below a limit: those that were not used for longest go', async () => {
    const colors = ['#100000', '#200000', '#300000', '#400000'];
    for (const [i, color] of colors.entries()) await draw(`${i}.png`, color, 400 + 2 * i);
    for (const i of colors.keys()) await look(`${i}.png`);
    const names = await made();
    for (const name of names) await utimes(await fileOf(name), 1_700_000_000, 1_700_000_000);
    await look('2.png');
    const size = (await Promise.all(names.map(async (name) => (await stat(await fileOf(name))).size))).reduce((a, b) => a + b, 0);
    expect(await trimThumbnails(cache, size)).toBe(size);
    const left = await trimThumbnails(cache, size / 3);
    expect(left).toBeLessThanOrEqual(size / 3);
    const [kept] = await made();
    const { mtimeMs } = await stat(await fileOf(kept ?? ''));
    expect(mtimeMs).toBeGreaterThan(1_700_000_000_000);
    expect(await readdir(join(cache, 'known'))).not.toEqual([]);
  });

  test('are trimmed while they are made', async () => {
    const thumbnails = new Thumbnails({ folder: cache, mostBytes: 20_000 });
    await thumbnails.trim();
    for (let i = 0; i < 12; i++) {
      await draw(`${i}.png`, '#123456', 400 + 2 * i);
      await thumbnails.read(at(`${i}.png`), { as: 'rgb', width: 100, height: 100 });
      await thumbnails.settled();
    }
    await thumbnails.settled();
    const names = await made();
    const size = (await Promise.all(names.map(async (name) => (await stat(await fileOf(name))).size))).reduce((a, b) => a + b, 0);
    expect(size).toBeLessThanOrEqual(20_000);
    expect(names.length).toBeGreaterThan(2);
  });

  test('are not kept at all with a limit of 0, and those that are there go', async () => {
    await draw('a.png', '#c04020');
    await look('a.png');
    const thumbnails = new Thumbnails({ folder: cache, mostBytes: 0 });
    await thumbnails.trim();
    expect(await readdir(cache).catch(() => null)).toBe(null);
    const { width, data } = await thumbnails.read(at('a.png'), { as: 'rgb', width: 100, height: 100 });
    expect([width, near([...data.subarray(0, 3)], [0xc0, 0x40, 0x20])]).toEqual([100, true]);
    expect(await thumbnails.look(at('a.png'))).toMatchObject({ transparent: false, error: null });
    expect(await thumbnails.lacking([{ path: at('a.png'), bytes: 1, mtimeMs: 1 }])).toEqual([false]);
    await thumbnails.settled();
    expect(await readdir(cache).catch(() => null)).toBe(null);
  });

  test('that cannot be listed are no error', async () => {
    await mkdir(cache);
    expect(await trimThumbnails(join(cache, 'none'), 1)).toBe(0);
  });
});
