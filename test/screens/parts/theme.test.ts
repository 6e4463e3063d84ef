import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { themeChoices, type ThemeChoice } from '../../../src/core/session/look.js';
import { contrast, paletteFor, palettes, type PaletteName, type Rgb } from '../../../src/screens/parts/palettes.js';
import { theme, wear } from '../../../src/screens/parts/theme.js';

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** xterm's own sixteen colours. */
const sixteen: readonly Rgb[] = [
  [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
  [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
];

/** One of xterm's 256 colours. */
function paletteColor(index: number): Rgb {
  if (index < 16) return sixteen[index] ?? black;
  if (index >= 232) return [(index - 232) * 10 + 8, (index - 232) * 10 + 8, (index - 232) * 10 + 8];
  const step = (value: number) => (value === 0 ? 0 : 55 + value * 40);
  const at = index - 16;
  return [step(Math.floor(at / 36)), step(Math.floor(at / 6) % 6), step(at % 6)];
}

/** The colour that Ink's chalk writes for a token in a terminal of so many colours. */
function shown(color: string, level: 1 | 2 | 3): Rgb {
  const chalk = new Chalk({ level });
  const index = /^ansi256\((\d+)\)$/.exec(color)?.[1];
  const text = index === undefined ? chalk[color as 'red']('x') : chalk.ansi256(Number(index))('x');
  const [, code = ''] = /^\u001b\[([\d;]+)m/.exec(text) ?? [];
  if (code.startsWith('38;5;')) return paletteColor(Number(code.slice(5)));
  const number = Number(code);
  expect(number, `${color} as ${JSON.stringify(text)}`).toBeGreaterThan(29);
  return paletteColor(number >= 90 ? number - 90 + 8 : number - 30);
}

test.each<[PaletteName, Rgb, number]>([
  ['light', white, 4.5],
  ['contrastOnDark', black, 7],
  ['contrastOnLight', white, 7],
])('all text of %s stands out from its background', (name, background, least) => {
  const colors = Object.entries(palettes[name]).filter((entry): entry is [string, string] => entry[1] !== undefined);
  expect(colors.length).toBeGreaterThan(5);
  for (const [token, color] of colors) {
    for (const level of [1, 2, 3] as const) {
      expect(contrast(shown(color, level), background), `${token} (${color}) with ${level === 1 ? 16 : 256} colours`).toBeGreaterThanOrEqual(least);
    }
  }
});

test('high contrast knows no grey, and on an unknown background only the own colour of the terminal', () => {
  for (const name of ['contrastOnDark', 'contrastOnLight', 'plain'] as const) {
    for (const token of ['quiet', 'border', 'title'] as const) expect(palettes[name][token]).toBeUndefined();
  }
  expect(Object.values(palettes.plain).every((color) => color === undefined)).toBe(true);
});

test('the background decides for auto, and which high contrast it is', () => {
  const cream: Rgb = [253, 246, 227];
  const navy: Rgb = [0, 43, 54];
  const of = (theme: ThemeChoice, background: Rgb | null) => paletteFor({ theme, background, colorless: false });
  expect([null, black, navy, cream, white].map((background) => of('auto', background))).toEqual(['dark', 'dark', 'dark', 'light', 'light']);
  expect([null, navy, cream].map((background) => of('contrast', background))).toEqual(['plain', 'contrastOnDark', 'contrastOnLight']);
  expect([null, white].map((background) => of('dark', background))).toEqual(['dark', 'dark']);
  expect(of('light', black)).toBe('light');
  expect(themeChoices.map((theme) => paletteFor({ theme, background: white, colorless: true }))).toEqual(themeChoices.map(() => 'plain'));
});

test('a theme that is put on counts at once', () => {
  wear({ theme: 'light', background: null, colorless: false });
  expect(theme).toEqual(palettes.light);
  wear({ theme: 'auto', background: null, colorless: false });
  expect(theme).toEqual(palettes.dark);
});

test('screens name colours by their meaning only', () => {
  const sources = readdirSync('src/screens', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && file !== path.join('parts', 'palettes.ts'));
  expect(sources.length).toBeGreaterThan(80);
  const literal = /[cC]olor="|dimColor|'#[0-9a-fA-F]{3,8}'|["'](?:black|red|green|yellow|blue|magenta|cyan|white|gray|grey)(?:Bright)?["']|ansi256\(|rgb\(/;
  const found = sources.filter((file) => literal.test(readFileSync(path.join('src/screens', file), 'utf8')));
  expect(found).toEqual([]);
});
