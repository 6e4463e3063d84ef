import { printable } from '../../core/printable.js';
import { rgb } from '../cell.js';
import type { Driver, PictureData } from './driver.js';
import { cellWidth } from '../screen/width.js';

/** The colour of all pixels together. */
function meanColor({ data, width, height }: PictureData): [red: number, green: number, blue: number] {
  const sum = [0, 0, 0];
  for (let i = 0; i < 3 * width * height; i++) sum[i % 3] = (sum[i % 3] ?? 0) + (data[i] ?? 0);
  const mean = (part: number): number => Math.round((sum[part] ?? 0) / Math.max(1, width * height));
  return [mean(0), mean(1), mean(2)];
}

/** No pixels: what the picture is, in words, and its mean colour. */
export const textDriver: Driver = {
  name: 'text',
  about: 'no pixels: format, size and mean colour in words',
  inWords: true,
  request: () => ({ as: 'rgb', width: 16, height: 16 }),
  draw: (picture, { columns, rows }, { colors }, key) => {
    const [red, green, blue] = meanColor(picture);
    const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    const swatch = colors === 'truecolor' && columns >= 10;
    const { source } = picture;
    const lines = source ? [printable(source.format), `${source.width}×${source.height}`, hex] : [hex];
    // Where there are few rows, the size says most.
    const shown = rows >= lines.length ? lines : lines.slice(rows === 1 ? 1 : 0, rows === 1 ? 2 : rows);
    const texts = shown.map((line) => (line === hex && swatch ? `██ ${line}` : line));
    const width = Math.min(columns, Math.max(...texts.map((text) => text.length)));
    const placed = texts.map((text) => [...text.padStart(Math.floor((width + text.length) / 2)).padEnd(width)].map((char) => (cellWidth(char) === 1 ? char : '?')));
    return {
      width,
      height: texts.length,
      key: `text ${colors} ${key}`,
      cells: (x, y) => {
        const char = placed[y]?.[x] ?? ' ';
        return { char, fg: char === '█' ? rgb(red, green, blue) : 0, bg: 0 };
      },
    };
  },
};
