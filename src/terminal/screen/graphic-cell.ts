/**
 * A cell under a graphic, as the screen remembers it: no text, but which part of which graphic the terminal shows there.
 * The character is one that no text holds; the number of the graphic and the part take the places of the colours.
 */
export const graphicChar = '\u0000';

const numbers = new Map<string, number>();

/** The number of a graphic by its key: the same key, the same pixels. */
export function graphicNumber(key: string): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(key, number);
  }
  return number;
}

/** The part of a graphic at a column and a row of it, as one number. */
export function graphicPart(x: number, y: number): number {
  return (y << 12) | x;
}
