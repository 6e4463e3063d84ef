import stringWidth from 'string-width';
import { printable } from '../../core/printable.js';

export { size } from '../../core/words.js';

const segmenter = new Intl.Segmenter();

/**
 * Untrusted text cut to a width in cells, with `…` where something is missing.
 *
 * @example cut('long file name.png', 8) // 'long fi…'
 */
export function cut(text: string, width: number): string {
  const safe = printable(text);
  if (width <= 0) return '';
  if (stringWidth(safe) <= width) return safe;
  let used = 0;
  let out = '';
  for (const { segment } of segmenter.segment(safe)) {
    const cells = stringWidth(segment);
    if (used + cells > width - 1) break;
    out += segment;
    used += cells;
  }
  return `${out}…`;
}

/** Cut and filled with spaces to exactly `width` cells, at the left or right edge. */
export function fill(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const short = cut(text, width);
  const space = ' '.repeat(Math.max(0, width - stringWidth(short)));
  return align === 'left' ? short + space : space + short;
}

/**
 * Words wrapped into lines of at most `width` cells; a longer word is cut into pieces.
 */
export function wrap(text: string, width: number): string[] {
  if (width <= 0) return [];
  return printable(text, '\n').split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const next = line === '' ? word : `${line} ${word}`;
    if (stringWidth(next) <= width) {
      line = next;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (stringWidth(line) > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  lines.push(line);
  return lines;
}

/** A speed for people: `31 KB/s`. @param rate bytes a second; Infinity = too fast to tell */
export function speed(rate: number): string {
  if (rate === Infinity) return 'fast';
  return rate >= 1_000_000 ? `${(rate / 1_000_000).toFixed(1)} MB/s` : `${Math.max(1, Math.round(rate / 1000))} KB/s`;
}
