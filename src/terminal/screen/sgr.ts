import { blink, bold, dim, hidden, inverse, italic, overline, palette, pictured, rgb, struck, underline } from '../cell.js';

/** The style that following text takes. */
export interface Pen {
  fg: number;
  bg: number;
  attributes: number;
}

const on = new Map([
  [1, bold], [2, dim], [3, italic], [4, underline], [5, blink], [7, inverse], [8, hidden], [9, struck], [53, overline],
]);
const off = new Map([
  [22, bold | dim], [23, italic], [24, underline], [25, blink], [27, inverse], [28, hidden], [29, struck], [55, overline],
]);
const styleBits = pictured - 1;

/** Applies an SGR sequence to a pen, in place. @param parameters what stands between `CSI` and `m`, e.g. `1;38;5;9` */
export function applySgr(pen: Pen, parameters: string): void {
  const codes = parameters === '' ? [0] : parameters.split(';').map(Number);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    if (code === 38 || code === 48) {
      const [color, used] = extended(codes, i + 1);
      if (code === 38) pen.fg = color;
      else pen.bg = color;
      i += used;
    } else if (code === 0) {
      pen.fg = 0;
      pen.bg = 0;
      pen.attributes &= ~styleBits;
    } else if (code >= 30 && code <= 37) pen.fg = palette(code - 30);
    else if (code >= 90 && code <= 97) pen.fg = palette(code - 82);
    else if (code === 39) pen.fg = 0;
    else if (code >= 40 && code <= 47) pen.bg = palette(code - 40);
    else if (code >= 100 && code <= 107) pen.bg = palette(code - 92);
    else if (code === 49) pen.bg = 0;
    else pen.attributes = (pen.attributes | (on.get(code) ?? 0)) & ~(off.get(code) ?? 0);
  }
}

function extended(codes: number[], at: number): [color: number, used: number] {
  if (codes[at] === 5) return [palette((codes[at + 1] ?? 0) & 255), 2];
  return [rgb((codes[at + 1] ?? 0) & 255, (codes[at + 2] ?? 0) & 255, (codes[at + 3] ?? 0) & 255), 4];
}

/** The shortest SGR sequence that turns one style into another; empty when they are the same. Links are not its matter. */
export function sgrBetween(from: Pen, to: Pen): string {
  const wanted = to.attributes & styleBits;
  let has = from.attributes & styleBits;
  if (from.fg === to.fg && from.bg === to.bg && has === wanted) return '';

  const step: string[] = [];
  if (has !== wanted) {
    for (const [code, bits] of off) {
      if (has & bits & ~wanted) {
        step.push(String(code));
        has &= ~bits;
      }
    }
    pushOn(step, wanted & ~has);
  }
  if (from.fg !== to.fg) step.push(colorCode(to.fg, 30));
  if (from.bg !== to.bg) step.push(colorCode(to.bg, 40));

  const fresh: string[] = [''];
  pushOn(fresh, wanted);
  if (to.fg !== 0) fresh.push(colorCode(to.fg, 30));
  if (to.bg !== 0) fresh.push(colorCode(to.bg, 40));

  const short = step.join(';');
  const anew = fresh.join(';');
  return `\u001b[${anew.length < short.length ? anew : short}m`;
}

function pushOn(codes: string[], bits: number): void {
  if (bits === 0) return;
  for (const [code, bit] of on) if (bits & bit) codes.push(String(code));
}

function colorCode(color: number, base: 30 | 40): string {
  if (color === 0) return String(base + 9);
  if (color >>> 24 === 2) return `${base + 8};2;${(color >>> 16) & 255};${(color >>> 8) & 255};${color & 255}`;
  const index = color & 255;
  if (index < 8) return String(base + index);
  if (index < 16) return String(base + 52 + index);
  return `${base + 8};5;${index}`;
}
