import type { ThemeChoice } from '../../core/session/look.js';

/** A colour as the terminal gives it, each part 0–255. */
export type Rgb = readonly [number, number, number];

/**
 * Colours by what they mean, as Ink takes them; undefined is the terminal's own. Every meaning has a sign or letter beside
 * it, so that no colour carries it alone.
 */
export interface Theme {
  accent: string | undefined;
  /** The pane that has the keys. */
  focus: string | undefined;
  border: string | undefined;
  title: string | undefined;
  /** What may be overlooked. */
  quiet: string | undefined;
  error: string | undefined;
  warn: string | undefined;
  info: string | undefined;
  good: string | undefined;
  activation: string | undefined;
  added: string | undefined;
  removed: string | undefined;
  /** Kinds of names; general ones have the terminal's own colour. */
  artist: string | undefined;
  character: string | undefined;
  copyright: string | undefined;
  species: string | undefined;
  meta: string | undefined;
}

/** The sixteen named colours are the person's own and fit their background, where that is a dark one. */
const dark: Theme = {
  accent: 'cyan',
  focus: 'cyan',
  border: 'gray',
  title: 'white',
  quiet: 'gray',
  error: 'redBright',
  warn: 'yellow',
  info: 'blueBright',
  good: 'green',
  activation: 'magenta',
  added: 'green',
  removed: 'redBright',
  artist: 'yellow',
  character: 'green',
  copyright: 'magentaBright',
  species: 'ansi256(215)',
  meta: 'blueBright',
};

/**
 * On white: at least 4.5:1 for text. Of the named colours yellow, cyan and green cannot be read there, so these come from
 * the palette of 256, whose upper part nobody changes; with 16 colours they become black or the nearest dark one.
 */
const light: Theme = {
  accent: 'ansi256(25)',
  focus: 'ansi256(25)',
  border: 'ansi256(243)',
  title: undefined,
  quiet: 'ansi256(241)',
  error: 'ansi256(124)',
  warn: 'ansi256(94)',
  info: 'ansi256(25)',
  good: 'ansi256(28)',
  activation: 'ansi256(127)',
  added: 'ansi256(28)',
  removed: 'ansi256(124)',
  artist: 'ansi256(94)',
  character: 'ansi256(28)',
  copyright: 'ansi256(127)',
  species: 'ansi256(130)',
  meta: 'ansi256(25)',
};

/** No colours at all: where there are none, and for high contrast on a background that is not known. */
const plain: Theme = {
  accent: undefined,
  focus: undefined,
  border: undefined,
  title: undefined,
  quiet: undefined,
  error: undefined,
  warn: undefined,
  info: undefined,
  good: undefined,
  activation: undefined,
  added: undefined,
  removed: undefined,
  artist: undefined,
  character: undefined,
  copyright: undefined,
  species: undefined,
  meta: undefined,
};

/** Nothing is grey, and all text has at least 7:1. */
const contrastOnDark: Theme = {
  ...plain,
  accent: 'cyanBright',
  focus: 'yellowBright',
  error: 'ansi256(217)',
  warn: 'yellowBright',
  info: 'cyanBright',
  good: 'greenBright',
  activation: 'ansi256(219)',
  added: 'greenBright',
  removed: 'ansi256(217)',
  artist: 'yellowBright',
  character: 'greenBright',
  copyright: 'ansi256(219)',
  species: 'ansi256(223)',
  meta: 'cyanBright',
};

const contrastOnLight: Theme = {
  ...plain,
  accent: 'ansi256(18)',
  focus: 'ansi256(18)',
  error: 'ansi256(88)',
  warn: 'ansi256(52)',
  info: 'ansi256(18)',
  good: 'ansi256(22)',
  activation: 'ansi256(53)',
  added: 'ansi256(22)',
  removed: 'ansi256(88)',
  artist: 'ansi256(52)',
  character: 'ansi256(22)',
  copyright: 'ansi256(53)',
  species: 'ansi256(88)',
  meta: 'ansi256(18)',
};

/** All that there are, by name. */
export const palettes = { dark, light, plain, contrastOnDark, contrastOnLight } as const;
export type PaletteName = keyof typeof palettes;

/** What decides of the colours. */
export interface Ground {
  theme: ThemeChoice;
  /** The terminal's background; null when it did not tell. */
  background: Rgb | null;
  /** The terminal shows no colours, or the person wants none. */
  colorless: boolean;
}

/** The palette for a choice; a background that is not known is taken for a dark one. */
export function paletteFor({ theme: choice, background, colorless }: Ground): PaletteName {
  if (colorless) return 'plain';
  if (choice === 'contrast') return background === null ? 'plain' : isLight(background) ? 'contrastOnLight' : 'contrastOnDark';
  if (choice !== 'auto') return choice;
  return background !== null && isLight(background) ? 'light' : 'dark';
}

/** How bright a colour is to the eye, 0–1, as WCAG reckons it. */
export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** How much two colours differ, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Does black stand out more on it than white? */
function isLight(background: Rgb): boolean {
  return contrast(background, [0, 0, 0]) > contrast(background, [255, 255, 255]);
}
