import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scanWorkspace } from '../../../src/core/dataset/scan.js';
import { decode } from '../../../src/core/images/decode.js';
import { readFacts } from '../../../src/core/images/facts.js';
import { readImage } from '../../../src/core/images/read-image.js';
import { decodeAll, factsOf } from '../../../src/core/images/read-all.js';
import { decodedBefore } from '../../../src/core/images/decoded.js';

let root: string;
const at = (name: string) => join(root, '1_x', name);
const plain = (width: number, height: number, background = '#c04020') => sharp({ create: { width, height, channels: 3, background } });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'loradeck-images-'));
  process.env['XDG_CACHE_HOME'] = join(root, 'cache');
  await mkdir(join(root, '1_x'));
  await plain(40, 30).png().toFile(at('plain.png'));
  await plain(40, 30).jpeg().toFile(at('plain.jpg'));
  await plain(40, 30).withMetadata({ orientation: 6 }).jpeg().toFile(at('turned.jpg'));
  await plain(40, 30).webp().toFile(at('plain.webp'));
  await plain(40, 30).withMetadata().webp().toFile(at('extended.webp'));
  await plain(40, 30).toColourspace('cmyk').jpeg().toFile(at('cmyk.jpg'));
  await plain(40, 30).toColourspace('rgb16').png().toFile(at('deep.png'));
  await plain(40, 30).ensureAlpha(1).png().toFile(at('opaque.png'));
  await plain(40, 30).ensureAlpha(0.5).png().toFile(at('glass.png'));
  await writeFile(at('lies.png'), await readFile(at('plain.jpg')));
  execFileSync('mkfifo', [at('pipe.png')]);
  await writeFile(at('empty.png'), '');
  await writeFile(at('words.png'), 'these are words, not pixels');
  const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * 7919) % 251));
  for (const kind of ['png', 'jpeg', 'webp'] as const) {
    const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } }).toFormat(kind).toBuffer();
    await writeFile(at(`cut.${kind}`), whole.subarray(0, Math.floor(whole.length * 0.7)));
  }
  await sharp(randomBytes(200 * 200 * 3), { raw: { width: 200, height: 200, channels: 3 } }).png().toFile(at('noise.png'));
  await plain(40, 30).avif().toFile(at('plain.avif'));
  await plain(40, 30).tiff().toFile(at('places.tiff'));
  await plain(40, 30).greyscale().png().toFile(at('grey.png'));
  await plain(40, 30).ensureAlpha(0.5).greyscale().png().toFile(at('grey-glass.png'));
  await plain(40, 30).ensureAlpha(0.5).toColourspace('rgb16').png().toFile(at('deep-glass.png'));
  await writeFile(at('map.bmp'), bitmap(3, 2));
  await writeFile(at('cut.bmp'), bitmap(300, 200).subarray(0, 1000));
  const frames = Buffer.alloc(10 * 20 * 3, 9).fill(200, 300);
  await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } }).gif().toFile(at('moves.gif'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** An uncompressed 24-bit bitmap, red above and blue below. */
function bitmap(width: number, height: number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) bytes[54 + row * (height - 1 - y) + x * 3 + (y * 2 < height ? 2 : 0)] = 255;
  }
  return bytes;
}

describe('the header of a picture', () => {
  test.each([
    ['plain.png', { width: 40, height: 30, format: 'png', alpha: false, orientation: 1, frames: 1, depth: 8, error: null }],
    ['turned.jpg', { width: 40, height: 30, format: 'jpeg', orientation: 6 }],
    ['cmyk.jpg', { space: 'cmyk', format: 'jpeg' }],
    ['deep.png', { depth: 16 }],
    ['opaque.png', { alpha: true }],
    ['lies.png', { format: 'jpeg', width: 40 }],
    ['map.bmp', { format: 'bmp', width: 3, height: 2 }],
    ['moves.gif', { format: 'gif', width: 10, height: 10, frames: 2 }],
    ['extended.webp', { format: 'webp', extended: true }],
    ['empty.png', { width: 0, error: 'The file is empty (0 bytes).' }],
    ['words.png', { width: 0, error: 'The file is not an image.' }],
    ['none.png', { width: 0, error: 'The file does not exist.' }],
    ['pipe.png', { width: 0, error: 'It is no plain file.' }],
  ])('%s', async (name, facts) => expect(await readFacts(at(name))).toMatchObject(facts));

  test('of a plain WebP is not taken for the extended one', async () => {
    expect((await readFacts(at('plain.webp'))).extended).toBeUndefined();
  });
});

describe('the pixels of a picture', () => {
  test.each(['cut.png', 'cut.jpeg', 'cut.webp', 'cut.bmp', 'empty.png', 'words.png'])('%s is found damaged', async (name) => {
    expect((await decode(at(name))).error).toMatch(/cut off or damaged\.|0 bytes|not an image/);
  });

  test.each(['plain.png', 'plain.jpg', 'extended.webp', 'map.bmp', 'cmyk.jpg', 'glass.png'])('%s is found whole', async (name) => {
    expect((await decode(at(name))).error).toBeNull();
  });

  test('decide on transparency, not the header (D07)', async () => {
    expect((await decode(at('glass.png'))).transparent).toBe(true);
    expect((await decode(at('grey-glass.png'))).transparent).toBe(true);
    expect((await decode(at('deep-glass.png'))).transparent).toBe(true);
    expect((await decode(at('opaque.png'))).transparent).toBe(false);
    expect((await decode(at('plain.png'))).transparent).toBe(false);
  });
});

describe('a preview', () => {
  const rgb = (name: string, width: number, height: number) => readImage(at(name), { as: 'rgb', width, height });

  test('keeps the proportions in its room, and is enlarged to fill it', async () => {
    const small = await rgb('plain.png', 20, 20);
    expect([small.width, small.height, small.data.length]).toEqual([20, 15, 900]);
    const large = await rgb('plain.png', 80, 80);
    expect([large.width, large.height]).toEqual([80, 60]);
    expect([...large.data.subarray(0, 3)]).toEqual([0xc0, 0x40, 0x20]);
  });

  test('is not turned, as the trainer does not turn it', async () => {
    const { width, height } = await rgb('turned.jpg', 20, 20);
    expect([width, height]).toEqual([20, 15]);
  });

  test('shows what can be seen through on white', async () => {
    expect((await rgb('glass.png', 4, 4)).data[1]).toBeGreaterThan(0x90);
  });

  test('of a bitmap has its rows the right way up', async () => {
    const { data } = await rgb('map.bmp', 3, 2);
    expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]);
    expect([...data.subarray(-3)]).toEqual([0, 0, 255]);
  });

  test.each(['plain.jpg', 'plain.webp', 'extended.webp', 'cmyk.jpg', 'deep.png', 'opaque.png', 'moves.gif', 'places.tiff', 'plain.avif', 'grey.png', 'grey-glass.png', 'cut.jpeg'])(
    'is made of any format: %s',
    async (name) => {
      const { data, width, height } = await rgb(name, 10, 10);
      expect(data.length).toBe(width * height * 3);
      for (const as of ['png', 'jpeg'] as const) {
        const file = await readImage(at(name), { as, width: 10, height: 10 });
        expect(await sharp(file.data).metadata()).toMatchObject({ format: as, width: file.width, height: file.height, hasAlpha: false });
      }
    },
  );

  test('of a picture in print colours has the colours of a screen', async () => {
    const [red = 0, green = 0, blue = 0] = (await rgb('cmyk.jpg', 4, 4)).data;
    expect(Math.abs(red - 0xc0) + Math.abs(green - 0x40) + Math.abs(blue - 0x20)).toBeLessThan(60);
  });

  test('as a file is never larger than the picture, has as many colours as wanted and is smaller with them', async () => {
    const file = await readImage(at('plain.png'), { as: 'png', width: 400, height: 400 });
    expect([file.width, file.height]).toEqual([40, 30]);
    const few = await readImage(at('noise.png'), { as: 'png', width: 200, height: 200, colors: 16 });
    const all = await readImage(at('noise.png'), { as: 'png', width: 200, height: 200 });
    expect(few.data.length).toBeLessThan(all.data.length / 3);
    const { data, info } = await sharp(few.data).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const colors = new Set(Array.from({ length: info.width * info.height }, (_, i) => data.subarray(3 * i, 3 * i + 3).toString('hex')));
    expect(colors.size).toBeLessThanOrEqual(16);
    const fine = await readImage(at('noise.png'), { as: 'jpeg', width: 200, height: 200, quality: 90 });
    const coarse = await readImage(at('noise.png'), { as: 'jpeg', width: 200, height: 200, quality: 20 });
    expect(coarse.data.length).toBeLessThan(fine.data.length / 2);
  });

  test('of what is no picture is refused', async () => {
    await expect(rgb('words.png', 8, 8)).rejects.toThrow();
  });
});

describe('all pictures of a workspace', () => {
  test('get their facts, in parts when stopped, and from the cache the next time', async () => {
    // Files of this moment are not kept, as they may change without their time moving.
    await new Promise((resolve) => setTimeout(resolve, 150));
    const dataset = await scanWorkspace(root);
    const stopped = await factsOf(dataset, { signal: AbortSignal.abort() });
    expect(stopped).toBe(dataset);
    const seen: number[] = [];
    const full = await factsOf(dataset, { onProgress: (done) => seen.push(done) });
    const pictures = full.concepts[0]?.pictures ?? [];
    expect(pictures.every(({ facts }) => facts !== null)).toBe(true);
    expect(seen.at(-1)).toBe(pictures.length);
    expect(await factsOf(full)).toBe(full);

    // A module of its own knows no more than what lies on the disk, as a program that is started later.
    vi.resetModules();
    const later = await import('../../../src/core/images/read-all.js');
    const again: number[] = [];
    const cached = await later.factsOf(await scanWorkspace(root), { onProgress: (done) => again.push(done) });
    expect(again[0]).toBe(pictures.length);
    expect(cached.concepts[0]?.pictures.map(({ facts }) => facts)).toEqual(pictures.map(({ facts }) => facts));
    expect((await stat(join(root, 'cache'))).isDirectory()).toBe(true);
  });

  test('are looked at by two at once, and nothing that either learnt is lost', async () => {
    await rm(join(root, 'cache'), { recursive: true, force: true });
    vi.resetModules();
    const fresh = await import('../../../src/core/images/read-all.js');
    const dataset = await scanWorkspace(root);
    const pictures = dataset.concepts[0]?.pictures ?? [];
    await Promise.all([fresh.factsOf(dataset), fresh.decodeAll(dataset, pictures)]);
    const folder = join(root, 'cache/loradeck/facts');
    const [file = ''] = await readdir(folder);
    const { kept } = JSON.parse(await readFile(join(folder, file), 'utf8')) as { kept: Record<string, object> };
    expect(Object.values(kept)).toHaveLength(pictures.length);
    for (const known of Object.values(kept)) expect(Object.keys(known)).toEqual(expect.arrayContaining(['facts', 'decoded']));
  });

  test('are decoded once', async () => {
    const dataset = await scanWorkspace(root);
    const pictures = dataset.concepts[0]?.pictures ?? [];
    await decodeAll(dataset, pictures);
    const glass = pictures.find(({ name }) => name === 'glass.png');
    expect(glass && decodedBefore(root, glass)).toMatchObject({ transparent: true, error: null });
    let calls = 0;
    await decodeAll(dataset, pictures, { onProgress: () => calls++ });
    expect(calls).toBe(0);
  });
});

describe('a part of a picture', () => {
  const pixelsOf = async (name: string, region: { left: number; top: number; width: number; height: number }, size: number) => {
    const { data, width, height } = await readImage(at(name), { as: 'rgb', width: size, height: size, region });
    return { width, height, colors: Array.from({ length: width * height }, (_, i) => [...data.subarray(3 * i, 3 * i + 3)]) };
  };

  beforeAll(async () => {
    // Every pixel says where it is.
    const bytes = Buffer.alloc(40 * 30 * 3);
    for (let i = 0; i < 40 * 30; i++) bytes.set([(i % 40) * 6, Math.floor(i / 40) * 8, 100], 3 * i);
    const image = () => sharp(bytes, { raw: { width: 40, height: 30, channels: 3 } });
    await image().png().toFile(at('places.png'));
    await image().webp({ lossless: true }).toFile(at('places.webp'));
    await image().png().withMetadata({ orientation: 6 }).toFile(at('places-turned.png'));
  });

  test.each(['places.png', 'places.webp', 'places-turned.png'])('is exactly its pixels when there is one for each: %s', async (name) => {
    const part = await pixelsOf(name, { left: 0.25, top: 0.5, width: 0.25, height: 1 / 3 }, 10);
    expect([part.width, part.height]).toEqual([10, 10]);
    part.colors.forEach((color, i) => expect(color).toEqual([(10 + (i % 10)) * 6, (15 + Math.floor(i / 10)) * 8, 100]));
    const other = await pixelsOf(name, { left: 0, top: 0.5, width: 0.25, height: 1 / 3 }, 10);
    expect(other.colors[0]).toEqual([0, 15 * 8, 100]);
  });

  test('is the same part where the whole is made smaller first, also as a file', async () => {
    const region = { left: 0.5, top: 0.5, width: 0.5, height: 0.5 };
    const part = await pixelsOf('places.png', region, 4);
    expect([part.width, part.height]).toEqual([4, 3]);
    const [red = 0, green = 0] = part.colors[0] ?? [];
    expect(Math.abs(red - 22 * 6)).toBeLessThan(16);
    expect(Math.abs(green - 17 * 8)).toBeLessThan(20);
    const file = await readImage(at('places.png'), { as: 'png', width: 8, height: 8, region: { left: 0.5, top: 0, width: 0.05, height: 1 / 15 } });
    expect([file.width, file.height]).toEqual([8, 8]);
  });

  test('keeps the edges of its pixels when it is drawn larger', async () => {
    const part = await pixelsOf('places.png', { left: 0.5, top: 0, width: 0.05, height: 1 / 15 }, 8);
    expect(new Set(part.colors.map((color) => color.join(' '))).size).toBe(4);
  });

  test('of a bitmap, and one so small that it is less than a pixel', async () => {
    expect((await pixelsOf('map.bmp', { left: 0, top: 0, width: 1, height: 0.5 }, 3)).colors).toEqual([[255, 0, 0], [255, 0, 0], [255, 0, 0]]);
    expect((await pixelsOf('map.bmp', { left: 0.999, top: 0.999, width: 1e-9, height: 1e-9 }, 1)).colors).toEqual([[0, 0, 255]]);
  });
});
