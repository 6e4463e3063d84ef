import { describe, expect, test } from 'vitest';
import { rgbParts } from '../../../src/terminal/cell.js';
import { blocksDriver } from '../../../src/terminal/images/blocks.js';
import { plainSetting } from '../../../src/terminal/images/display.js';
import { paletteColor } from '../../../src/terminal/images/dither.js';
import { qualities, type DrawSetting, type Driver } from '../../../src/terminal/images/driver.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { isGraphic, type CellImage } from '../../../src/terminal/images/image.js';
import type { Pixels } from '../../../src/terminal/images/pixels.js';
import { terminalImageDriver } from '../../../src/terminal/images/terminal-image.js';
import { textDriver } from '../../../src/terminal/images/text.js';
import { Line } from '../../../src/terminal/screen/line.js';
import { Links } from '../../../src/terminal/screen/links.js';
import { Painter } from '../../../src/terminal/screen/painter.js';
import { madeUpPixels } from '../support/picture.js';
import { readAs, smoothPixels } from '../support/read-as.js';

async function cellImage(driver: Driver, pixels: Pixels, change: Partial<DrawSetting> = {}, room = { columns: 30, rows: 12 }): Promise<CellImage> {
  const setting = { ...plainSetting, ...change };
  const request = driver.request(room, setting);
  const image = request && (await driver.draw(await readAs(pixels, request), room, setting, 'key'));
  if (!image || isGraphic(image)) throw new Error('no cells were drawn');
  return image;
}

/** What a pixel of the picture looks like by its cell, whatever half-block it is. */
function shownPixel(image: CellImage, x: number, y: number): readonly number[] {
  const { char, fg, bg } = image.cells(x, y >> 1);
  const upper = y % 2 === 0;
  const inFront = { '▀': upper, '▄': !upper, '█': true, ' ': false }[char];
  if (inFront === undefined) throw new Error(`unexpected character “${char}”`);
  const color = inFront ? fg : bg;
  return rgbParts(color) ?? paletteColor(color & 255);
}

/** The largest difference of any part of any pixel. */
function largestDifference(image: CellImage, { data, width, height }: Pixels): number {
  let most = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) shownPixel(image, x, y).forEach((part, i) => (most = Math.max(most, Math.abs(part - (data[3 * (y * width + x) + i] ?? 0)))));
  }
  return most;
}

/** What the picture costs through the screen's own painter, in bytes. */
function bytesOf(image: CellImage): number {
  const painter = new Painter(image.width + 20, new Links());
  painter.start();
  for (let y = 0; y < image.height; y++) {
    const wanted = new Line(image.width + 20);
    for (let x = 0; x < image.width; x++) {
      const { char, fg, bg } = image.cells(x, y);
      wanted.put(x + 10, char, fg, bg, 0);
    }
    painter.row(y, new Line(image.width + 20), wanted);
  }
  return Buffer.byteLength(painter.finish());
}

describe('half blocks', () => {
  test('with full quality every pixel is exact', async () => {
    const pixels = madeUpPixels(30, 24, 2);
    expect(largestDifference(await cellImage(blocksDriver, pixels), pixels)).toBe(0);
  });

  test('with light quality no pixel is off by more than can be seen', async () => {
    for (const pixels of [madeUpPixels(30, 24, 3), smoothPixels(30, 24)]) {
      const image = await cellImage(blocksDriver, pixels, { quality: 'light' });
      // 10 by which a colour may be kept, 7 by rounding to five bits.
      expect(largestDifference(image, pixels)).toBeLessThanOrEqual(17);
    }
  });

  test('black and white stay what they are', async () => {
    const data = Uint8Array.from({ length: 30 * 24 * 3 }, (_, i) => (i % 180 < 90 ? 0 : 255));
    const pixels = { data, width: 30, height: 24 };
    expect(largestDifference(await cellImage(blocksDriver, pixels, { quality: 'light' }), pixels)).toBe(0);
  });

  test('less quality costs fewer bytes, and each is worth it', async () => {
    const pixels = smoothPixels(60, 60);
    const bytes = await Promise.all(qualities.map(async (quality) => bytesOf(await cellImage(blocksDriver, pixels, { quality }, { columns: 60, rows: 30 }))));
    expect(bytes[1]).toBeLessThan(0.6 * (bytes[0] ?? 0));
    expect(bytes[2]).toBeLessThan(0.6 * (bytes[1] ?? 0));
  });

  test('with 256 colours less quality is of the palette, with 16 it is dithered', async () => {
    const pixels = smoothPixels(30, 24);
    const image = await cellImage(blocksDriver, pixels, { colors: '256', quality: 'light' });
    for (let x = 0; x < 30; x++) expect(rgbParts(image.cells(x, 3).fg)).toBeNull();
    // 20 by which a colour may be kept, and the palette's steps, of which the first is the widest.
    expect(largestDifference(image, pixels)).toBeLessThanOrEqual(20 + 48);
    expect((await cellImage(blocksDriver, pixels, { colors: '16', quality: 'least' })).cells(0, 0).char).toBe('▀');
  });
});

test('the package terminal-image: its cells hold the pixels that it was given', async () => {
  const pixels = madeUpPixels(30, 24, 4);
  const image = await cellImage(terminalImageDriver, pixels);
  expect([image.width, image.height]).toEqual([30, 12]);
  for (let y = 0; y < 12; y++) for (let x = 0; x < 30; x++) expect(image.cells(x, y).char).toBe('▄');
  expect(largestDifference(image, pixels)).toBe(0);
  expect(process.env['FORCE_COLOR']).toBeUndefined();
});

test('an odd height gives a last row all the same', async () => {
  expect(await cellImage(terminalImageDriver, madeUpPixels(24, 15, 4))).toMatchObject({ width: 30, height: 10 });
});

describe('in words', () => {
  const rows = (image: CellImage) => Array.from({ length: image.height }, (_, y) => Array.from({ length: image.width }, (_unused, x) => image.cells(x, y).char).join('').trim());
  const grey: Pixels = { data: new Uint8Array(100 * 50 * 3).fill(0x80), width: 100, height: 50 };

  test('what the picture is, with its mean colour', async () => {
    const image = await cellImage(textDriver, grey);
    expect(rows(image)).toEqual(['png', '100×50', '██ #808080']);
    const swatch = Array.from({ length: image.width }, (_, x) => image.cells(x, 2)).filter(({ char }) => char === '█');
    expect(swatch.map(({ fg }) => rgbParts(fg))).toEqual([[128, 128, 128], [128, 128, 128]]);
  });

  test('without colours it has none', async () => {
    const image = await cellImage(textDriver, grey, { colors: 'none' });
    expect(rows(image)).toEqual(['png', '100×50', '#808080']);
    for (let y = 0; y < 3; y++) for (let x = 0; x < image.width; x++) expect(image.cells(x, y)).toMatchObject({ fg: 0, bg: 0 });
  });

  test('in little room the size stays, and nothing is wider than the room', async () => {
    expect(rows(await cellImage(textDriver, grey, {}, { columns: 9, rows: 1 }))).toEqual(['100×50']);
    expect(await cellImage(textDriver, grey, {}, { columns: 4, rows: 2 })).toMatchObject({ width: 4, height: 2 });
  });
});

test('every driver has its own name in the table, and says what it is', () => {
  for (const [name, driver] of Object.entries(drivers)) expect(driver).toMatchObject({ name, about: expect.stringMatching(/\w{4}/) as string });
  expect(drivers.none.request({ columns: 60, rows: 30 }, plainSetting)).toBeNull();
});
