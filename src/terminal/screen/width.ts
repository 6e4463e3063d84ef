import stringWidth from 'string-width';

const known = new Map<string, number>();

/**
 * How many cells a grapheme takes: 0, 1 or more, measured as Ink measures it when it lays out. The answers are kept,
 * as the same few hundred characters come again in every frame.
 */
export function cellWidth(grapheme: string): number {
  let width = known.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    if (known.size > 5000) known.clear();
    known.set(grapheme, width);
  }
  return width;
}

/** What kitty's placeholders begin with, plane 16 as UTF-16; whoever shows pictures by them gives each one column. */
const placeholder = '\udbfb\udeee';

/**
 * Do terminals agree on how far the cursor moves over this grapheme? Not on emoji and on graphemes of several code
 * points; after those the cursor is placed anew.
 */
export function widthIsSure(grapheme: string): boolean {
  const code = grapheme.charCodeAt(0);
  if (code === 0xdbfb) return grapheme.startsWith(placeholder);
  return grapheme.length === 1 && (code < 0x300 || (code >= 0x2500 && code < 0x25a0) || (code >= 0x3041 && code < 0xd7a4));
}
