import { palette, rgb, type Color } from '../cell.js';
import type { Driver, Quality } from './driver.js';
import { marks } from './kitty-marks.js';
import { through } from './passthrough.js';
import { cellsOf, pixelsOf } from './room.js';

const placeholder = '\u{10eeee}';
/** Base64 characters of one piece; a longer one is no longer taken. */
const pieceLength = 4096;

/** The most pixels on a side, and the colours of the palette where the picture is to be small. */
const spent: Readonly<Record<Quality, { most: number; colors?: number }>> = {
  full: { most: 1600 },
  light: { most: 400, colors: 256 },
  least: { most: 200, colors: 16 },
};

/** How a picture's number is told in its cells: a colour, and a third mark where the colour cannot hold all of it. */
interface Name {
  id: number;
  color: Color;
  mark: string;
}

let count = 0;

/**
 * The next number. Numbers begin at one that the process's own gives, so that two programs in one terminal keep out of each
 * other's way. Where only palette colours arrive, the number is one of 240 colours and 255 marks.
 */
function nextName(exactColors: boolean): Name {
  const number = count++;
  if (exactColors) {
    const id = (((process.pid % 1023) + 1) << 14) | (number & 0x3fff);
    return { id, color: rgb(id >> 16, (id >> 8) & 255, id & 255), mark: '' };
  }
  const low = 16 + (number % 240);
  const high = ((process.pid * 7 + Math.floor(number / 240)) % 255) + 1;
  return { id: high * 2 ** 24 + low, color: palette(low), mark: marks[high] ?? '' };
}

function command(keys: string, payload: string, passthrough: boolean): string {
  return through(`\u001b_G${keys}${payload === '' ? '' : `;${payload}`}\u001b\\`, passthrough);
}

/**
 * Graphics of kitty by placeholders: the picture is sent once, and characters that say which part of it they show stand in
 * its place. They move, are covered and scroll like any text, also through tmux.
 */
export const kittyDriver: Driver = {
  name: 'kitty',
  about: 'pixels by kitty’s graphics with placeholders: kitty, Ghostty, rio, also in tmux',
  request: (room, setting) => {
    const { most, colors } = spent[setting.quality];
    return { as: 'png', ...pixelsOf(limited(room), setting, most), ...(colors === undefined ? {} : { colors }) };
  },
  draw: (picture, room, setting, key) => {
    const { passthrough } = setting;
    const { width, height } = cellsOf(picture, limited(room), setting);
    const { id, color, mark } = nextName(setting.exactColors);
    const base64 = Buffer.from(picture.data).toString('base64');
    const chunks: string[] = [];
    for (let at = 0; at < base64.length; at += pieceLength) {
      const more = at + pieceLength < base64.length ? 1 : 0;
      const keys = at === 0 ? `a=t,q=2,i=${id},f=100,m=${more}` : `q=2,m=${more}`;
      chunks.push(command(keys, base64.slice(at, at + pieceLength), passthrough));
    }
    chunks.push(command(`a=p,U=1,q=2,i=${id},c=${width},r=${height}`, '', passthrough));
    return {
      width,
      height,
      key: `kitty ${id} ${key}`,
      cells: (x, y) => ({ char: placeholder + (marks[y] ?? '') + (marks[x] ?? '') + mark, fg: color, bg: 0 }),
      upload: { id, chunks, end: command('q=2,m=0', '', passthrough), free: command(`a=d,d=I,i=${id},q=2`, '', passthrough) },
    };
  },
};

function limited({ columns, rows }: { columns: number; rows: number }): { columns: number; rows: number } {
  return { columns: Math.min(columns, marks.length), rows: Math.min(rows, marks.length) };
}
