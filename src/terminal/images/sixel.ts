import type SixelPackage from 'sixel';
import type { Driver, DrawSetting, PictureData } from './driver.js';
import { drawThrough } from './passthrough.js';
import { readPalettePng } from './read-png.js';
import { pixelsOf } from './room.js';

/** A band of sixels is so many pixels high. */
const band = 6;
const quantiserColors = { light: 64, least: 16 } as const;

/**
 * With all colours the image library makes the palette (it comes closest, and works elsewhere); with fewer the sixel
 * package does: smaller, and the image library knows no number between 256 and 16.
 */
function ownColors({ quality, registers = 256 }: DrawSetting): number | null {
  const wanted = quality === 'full' ? 256 : quantiserColors[quality];
  return wanted <= registers && quality === 'full' ? null : Math.max(2, Math.min(wanted, registers));
}

/** Sixel graphics: coloured pixels, six rows at a time, drawn one to one. */
export const sixelDriver: Driver = {
  name: 'sixel',
  about: 'pixels as sixels: foot, xterm -ti vt340, Windows Terminal, contour, mlterm',
  request: (room, setting) => {
    const all = pixelsOf(room, setting);
    const width = Math.min(all.width, setting.area?.width ?? Infinity);
    const height = Math.min(all.height, setting.area?.height ?? Infinity);
    // A last band that is not full could reach into the row below.
    const whole = Math.max(band, height - (height % band));
    return ownColors(setting) === null ? { as: 'png', width, height: whole, colors: 256 } : { as: 'rgb', width, height: whole };
  },
  draw: async (picture, _room, setting, key) => {
    const { cell, passthrough } = setting;
    const colors = ownColors(setting);
    const height = picture.height < band ? picture.height : picture.height - (picture.height % band);
    const { default: sixel } = await import('sixel');
    const draw = colors === null ? withPalette(sixel, picture, height) : quantised(sixel, picture, height, colors);
    return {
      width: Math.ceil(picture.width / cell.width),
      height: Math.ceil(height / cell.height),
      key: `sixel ${setting.quality} ${setting.registers ?? ''} ${passthrough} ${key}`,
      draw: drawThrough(draw, passthrough),
    };
  },
};

type Sixel = typeof SixelPackage;
/** Pixels that are not set keep what is there: no background is painted around the picture. */
const keepBackground = 1;

function withPalette(sixel: Sixel, picture: PictureData, height: number): string {
  const { indexes, colors } = readPalettePng(picture.data);
  const numbers = colors.map(([red, green, blue]) => sixel.toRGBA8888(red, green, blue));
  const pixels = new Uint32Array(picture.width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = numbers[indexes[i] ?? 0] ?? 0;
  const body = sixel.sixelEncode(new Uint8Array(pixels.buffer), picture.width, height, numbers);
  return sixel.introducer(keepBackground) + body + sixel.FINALIZER;
}

function quantised(sixel: Sixel, { data, width }: PictureData, height: number, colors: number): string {
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    pixels[4 * i] = data[3 * i] ?? 0;
    pixels[4 * i + 1] = data[3 * i + 1] ?? 0;
    pixels[4 * i + 2] = data[3 * i + 2] ?? 0;
    pixels[4 * i + 3] = 255;
  }
  return sixel.image2sixel(pixels, width, height, colors, keepBackground);
}
