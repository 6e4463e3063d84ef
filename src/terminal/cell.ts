/**
 * What a terminal cell holds, in the form that the screen compares: a character (a whole grapheme; empty in the second
 * half of a wide one), two colours and a set of attributes, all plain numbers so that a row is a few typed arrays.
 */

/** A colour: 0 is the terminal's own; else a kind in the top byte and its value below. Made by the functions here. */
export type Color = number;

/** The terminal's own foreground or background. */
export const defaultColor: Color = 0;

const paletteKind = 1 << 24;
const rgbKind = 2 << 24;

/** One of the terminal's 256 palette colours; 0–15 are the ones that a person's theme sets. */
export function palette(index: number): Color {
  return paletteKind | index;
}

/** A 24-bit colour, each part 0–255. */
export function rgb(red: number, green: number, blue: number): Color {
  return rgbKind | (red << 16) | (green << 8) | blue;
}

/** The parts of a 24-bit colour, or null when it is another kind. */
export function rgbParts(color: Color): [number, number, number] | null {
  if (color >>> 24 !== 2) return null;
  return [(color >>> 16) & 255, (color >>> 8) & 255, color & 255];
}

/** Attributes, as bits of one number. Bits from `linkShift` up hold the number of a hyperlink. */
export const bold = 1;
export const dim = 2;
export const italic = 4;
export const underline = 8;
export const blink = 16;
export const inverse = 32;
export const hidden = 64;
export const struck = 128;
export const overline = 256;
/** No style: the cell is part of a picture, whose colours stay where others are left out. */
export const pictured = 512;
export const linkShift = 10;

/** One cell by itself, as the image layer gives it. */
export interface Cell {
  /** One grapheme, one column wide. */
  char: string;
  fg: Color;
  bg: Color;
}
