import { readFile } from 'node:fs/promises';
import sixel from 'sixel';
import { describe, expect, test } from 'vitest';
import { rgbParts } from '../../../src/terminal/cell.js';
import { plainSetting } from '../../../src/terminal/images/display.js';
import { qualities, type DrawSetting, type Driver } from '../../../src/terminal/images/driver.js';
import { isGraphic, type CellImage, type Graphic, type TerminalImage } from '../../../src/terminal/images/image.js';
import { iterm2Driver } from '../../../src/terminal/images/iterm2.js';
import { marks } from '../../../src/terminal/images/kitty-marks.js';
import { kittyDriver } from '../../../src/terminal/images/kitty.js';
import { readPalettePng } from '../../../src/terminal/images/read-png.js';
import { sixelDriver } from '../../../src/terminal/images/sixel.js';
import type { Pixels } from '../../../src/terminal/images/pixels.js';
import { unwrapped } from '../support/open-wrap.js';
import { madeUpPixels } from '../support/picture.js';
import { meanDifference, pixelsIn, readAs, smoothPixels } from '../support/read-as.js';

const room = { columns: 20, rows: 8 };

async function drawn(driver: Driver, pixels: Pixels, change: Partial<DrawSetting> = {}, at = room): Promise<TerminalImage> {
  const setting = { ...plainSetting, ...change };
  const request = driver.request(at, setting);
  const image = request && (await driver.draw(await readAs(pixels, request), at, setting, 'key'));
  if (!image) throw new Error('nothing was drawn');
  return image;
}

async function cellImage(...from: Parameters<typeof drawn>): Promise<Required<CellImage>> {
  const image = await drawn(...from);
  if (isGraphic(image) || !image.upload) throw new Error('it is not shown by its cells');
  return { ...image, upload: image.upload };
}

async function graphic(...from: Parameters<typeof drawn>): Promise<Graphic> {
  const image = await drawn(...from);
  if (!isGraphic(image)) throw new Error('it is no sequence');
  return image;
}

/** Takes kitty's commands apart: the keys of each, and all payloads together. */
function commands(chunks: readonly string[]): { keys: Record<string, string>[]; payload: Buffer } {
  const parsed = chunks.map((chunk) => /^\u001b_G([^;]*)(?:;([A-Za-z0-9+/=]*))?\u001b\\$/.exec(chunk));
  const keys = parsed.map((match) => Object.fromEntries((match?.[1] ?? '').split(',').map((pair) => pair.split('='))) as Record<string, string>);
  return { keys, payload: Buffer.from(parsed.map((match) => match?.[2] ?? '').join(''), 'base64') };
}

describe('kitty', () => {
  const pixels = madeUpPixels(160, 128, 5);

  test.each([false, true])('the pixels arrive exactly, in pieces that are not too long, wrapped for tmux: %s', async (passthrough) => {
    const { upload, width, height } = await cellImage(kittyDriver, pixels, { passthrough });
    const chunks = passthrough ? upload.chunks.map(unwrapped) : upload.chunks;
    const { keys, payload } = commands(chunks);
    expect((await pixelsIn(payload)).data).toEqual(pixels.data);
    expect(keys[0]).toMatchObject({ a: 't', q: '2', f: '100', m: '1', i: String(upload.id) });
    expect(keys.slice(1, -2).every(({ m, q }) => m === '1' && q === '2')).toBe(true);
    expect(keys.at(-2)).toMatchObject({ m: '0' });
    expect(keys.at(-1)).toMatchObject({ a: 'p', U: '1', q: '2', i: String(upload.id), c: String(width), r: String(height) });
    for (const chunk of chunks) expect((/;([^\u001b]*)/.exec(chunk)?.[1] ?? '').length).toBeLessThanOrEqual(4096);
    const { keys: freed } = commands([passthrough ? unwrapped(upload.free) : upload.free]);
    expect(freed[0]).toMatchObject({ a: 'd', d: 'I', i: String(upload.id), q: '2' });
  });

  test('every cell says its row and its column, and the number of the picture', async () => {
    const { cells, upload, width, height } = await cellImage(kittyDriver, pixels);
    expect([width, height]).toEqual([20, 8]);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const { char, fg, bg } = cells(x, y);
        const [base, row, column, ...more] = [...char];
        expect([base, marks.indexOf(row ?? ''), marks.indexOf(column ?? ''), more, bg]).toEqual(['\u{10eeee}', y, x, [], 0]);
        const [red, green, blue] = rgbParts(fg) ?? [0, 0, 0];
        expect((red << 16) | (green << 8) | blue).toBe(upload.id);
      }
    }
  });

  test('where 24-bit colours do not arrive, a palette colour and a third mark say the number', async () => {
    const seen = new Set<number>();
    for (let i = 0; i < 300; i++) {
      const { cells, upload } = await cellImage(kittyDriver, madeUpPixels(2, 2, i), { exactColors: false }, { columns: 1, rows: 1 });
      const { char, fg } = cells(0, 0);
      expect(rgbParts(fg)).toBeNull();
      expect(fg & 255).toBeGreaterThanOrEqual(16);
      expect(marks.indexOf([...char][3] ?? '') * 2 ** 24 + (fg & 255)).toBe(upload.id);
      seen.add(upload.id);
    }
    expect(seen.size).toBe(300);
  });

  test('the marks are those of the protocol', () => {
    expect(marks).toHaveLength(297);
    expect(new Set(marks).size).toBe(297);
    expect([0, 1, 2, 3, 4, 5, 296].map((i) => marks[i])).toEqual(['\u0305', '\u030d', '\u030e', '\u0310', '\u0312', '\u033d', '\u{1d244}']);
    // A mark that composes with a letter would be lost where text is normalised.
    for (const mark of marks) expect(`a${mark}`.normalize('NFC')).toBe(`a${mark}`);
  });

  test('less is sent with less quality, and the picture keeps its place', async () => {
    const large = await pixelsIn(await readFile('fixtures/workspace/4_pipnix/003.jpg'));
    const place = await drawn(kittyDriver, large, {}, { columns: 60, rows: 30 });
    const sizes: number[] = [];
    for (const quality of qualities) {
      const { upload, width, height } = await cellImage(kittyDriver, large, { quality }, { columns: 60, rows: 30 });
      expect([width, height]).toEqual([place.width, place.height]);
      sizes.push(upload.chunks.join('').length);
    }
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 2);
    expect(sizes[2]).toBeLessThan((sizes[1] ?? 0) / 2);
  });

  test('a picture takes the cells that its shape needs', async () => {
    expect(await cellImage(kittyDriver, smoothPixels(400, 100), {}, { columns: 40, rows: 20 })).toMatchObject({ width: 40, height: 5 });
    expect(await cellImage(kittyDriver, smoothPixels(100, 400), {}, { columns: 40, rows: 20 })).toMatchObject({ width: 10, height: 20 });
    expect(await cellImage(kittyDriver, smoothPixels(400, 100), { quality: 'least' }, { columns: 40, rows: 20 })).toMatchObject({ width: 40, height: 5 });
    expect(await cellImage(kittyDriver, smoothPixels(400, 4), {}, { columns: 40, rows: 20 })).toMatchObject({ width: 40, height: 1 });
  });
});

describe('iTerm2', () => {
  const parse = (draw: string) => {
    const match = /^\u001b\]1337;File=([^:]*):([A-Za-z0-9+/=]*)\u0007$/.exec(draw);
    return { options: match?.[1] ?? '', file: Buffer.from(match?.[2] ?? '', 'base64') };
  };

  test.each([false, true])('the file arrives whole, in the cells that it is given, wrapped for tmux: %s', async (passthrough) => {
    const pixels = smoothPixels(160, 128);
    const { draw, width, height } = await graphic(iterm2Driver, pixels, { passthrough });
    // tmux brings the outer cursor along only when it draws something.
    if (passthrough) expect(draw.startsWith('\u001b[X')).toBe(true);
    const { options, file } = parse(passthrough ? unwrapped(draw.slice(3)) : draw);
    expect(options).toBe(`inline=1;size=${file.length};width=20;height=8;preserveAspectRatio=1;doNotMoveCursor=1`);
    expect([width, height]).toEqual([20, 8]);
    // JPEG keeps no exact pixels: on a smooth picture it is off by less than 3 of 255 in the mean.
    expect(meanDifference((await pixelsIn(file)).data, pixels.data)).toBeLessThan(3);
  });

  test('less is sent with less quality', async () => {
    const sizes: number[] = [];
    for (const quality of qualities) sizes.push((await graphic(iterm2Driver, smoothPixels(1000, 1000), { quality }, { columns: 100, rows: 50 })).draw.length);
    expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
    expect(sizes[2]).toBeLessThan((sizes[1] ?? 0) / 2);
  });
});

describe('sixel', () => {
  const decode = (draw: string) => {
    const match = /^\u001bP0;1;q([^\u001b]*)\u001b\\$/.exec(draw);
    const { width, height, data32 } = sixel.decode(Buffer.from(match?.[1] ?? ''));
    const data = new Uint8Array(width * height * 3);
    for (let i = 0; i < width * height; i++) data.set(sixel.fromRGBA8888(data32[i] ?? 0).slice(0, 3), 3 * i);
    return { width, height, data };
  };
  /** Nearness to the picture, by quality: the palette, and sixel's own colours of 101 steps a part. */
  const near = { full: 3, light: 6, least: 14 } as const;

  test.each(qualities.flatMap((quality) => [false, true].map((passthrough) => [quality, passthrough] as const)))(
    'the pixels come back out of it, %s, wrapped for tmux: %s',
    async (quality, passthrough) => {
      const pixels = smoothPixels(160, 126);
      const { draw } = await graphic(sixelDriver, pixels, { quality, passthrough });
      const back = decode(passthrough ? unwrapped(draw.slice(3)) : draw);
      expect([back.width, back.height]).toEqual([160, 126]);
      expect(meanDifference(back.data, pixels.data)).toBeLessThan(near[quality]);
    },
  );

  test('no more colours than asked for, nor than the terminal has', async () => {
    const colors = async (change: Partial<DrawSetting>) =>
      new Set([...(await graphic(sixelDriver, smoothPixels(160, 126), change)).draw.matchAll(/#(\d+);2;/g)].map(([, number]) => number)).size;
    expect(await colors({})).toBeLessThanOrEqual(256);
    expect(await colors({})).toBeGreaterThan(64);
    expect(await colors({ quality: 'light' })).toBeLessThanOrEqual(64);
    expect(await colors({ quality: 'least' })).toBeLessThanOrEqual(16);
    expect(await colors({ registers: 16 })).toBeLessThanOrEqual(16);
  });

  test('it never reaches below its cells, whatever the size of a cell', async () => {
    for (const cell of [{ width: 7, height: 13 }, { width: 9, height: 20 }, { width: 10, height: 19 }]) {
      const { draw, height, width } = await graphic(sixelDriver, smoothPixels(900, 900), { cell }, { columns: 30, rows: 10 });
      const back = decode(draw);
      expect(back.height % 6).toBe(0);
      expect(height).toBe(Math.ceil(back.height / cell.height));
      expect(height).toBeLessThanOrEqual(10);
      expect(width).toBeLessThanOrEqual(30);
    }
    const cut = decode((await graphic(sixelDriver, smoothPixels(900, 900), { area: { width: 100, height: 90 } }, { columns: 30, rows: 10 })).draw);
    expect([cut.width, cut.height]).toEqual([90, 90]);
  });
});

test('PNGs with a palette are read as the image library reads them', async () => {
  const { default: sharp } = await import('sharp');
  for (const colours of [2, 4, 16, 256]) {
    for (const width of [1, 7, 64]) {
      const { data } = smoothPixels(width, 33);
      for (const adaptiveFiltering of [false, true]) {
        const file = await sharp(data, { raw: { width, height: 33, channels: 3 } }).png({ palette: true, colours, adaptiveFiltering }).toBuffer();
        const read = readPalettePng(file);
        const want = await pixelsIn(file);
        expect([...read.indexes].flatMap((index) => [...(read.colors[index] ?? [])])).toEqual([...want.data]);
      }
    }
  }
  const plain = await sharp(smoothPixels(4, 4).data, { raw: { width: 4, height: 4, channels: 3 } }).png().toBuffer();
  expect(() => readPalettePng(plain)).toThrow('no palette');
});
