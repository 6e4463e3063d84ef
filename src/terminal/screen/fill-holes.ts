import { pictured } from '../cell.js';
import { isGraphic, type Graphic } from '../images/image.js';
import type { ImageLayer } from '../images/layer.js';
import type { Uploads } from '../images/uploads.js';
import { graphicChar, graphicNumber, graphicPart } from './graphic-cell.js';
import { Line } from './line.js';

/** A graphic that a frame shows, and where its top left cell lies on the screen. */
export interface Placement {
  image: Graphic;
  x: number;
  y: number;
}

/** The pictures of a screen of this size, and what the terminal has of them. */
export interface Gallery {
  columns: number;
  rows: number;
  images: ImageLayer | undefined;
  uploads: Uploads;
  /** Gets every graphic of which a cell is shown. */
  place: (placement: Placement) => void;
}

/** A row with the cells of its holes taken from the pictures; where there is no picture (yet) they are blank. @param y the row */
export function fillHoles(cells: Line, y: number, gallery: Gallery): Line {
  const line = new Line(cells.width);
  line.hasHoles = true;
  for (let x = 0; x < cells.width; x++) {
    line.copy(x, cells);
    const char = cells.chars[x] ?? ' ';
    // All holes are in plane 16; everything else is settled by its first code unit.
    if (char.length !== 2 || char.charCodeAt(0) < 0xdbc0) continue;
    fill(line, x, y, char, cells.fg[x] ?? 0, gallery);
  }
  return line;
}

function fill(line: Line, x: number, y: number, char: string, fg: number, { columns, rows, images, uploads, place }: Gallery): void {
  const part = images?.part(char, fg) ?? null;
  line.put(x, ' ', 0, 0, 0);
  if (!part) return;
  const { image } = part;
  if (!isGraphic(image)) {
    if (image.upload && !uploads.ready(image.upload)) return;
    const cell = image.cells(part.x, part.y);
    line.put(x, cell.char, cell.fg, cell.bg, pictured);
    return;
  }
  const left = x - part.x;
  const top = y - part.y;
  // A graphic is drawn whole: one that reaches beyond the screen would scroll it, and so does, in xterm, one in the last row.
  if (left < 0 || top < 0 || left + image.width > columns || top + image.height >= rows) return;
  line.put(x, graphicChar, graphicNumber(image.key), graphicPart(part.x, part.y), pictured);
  place({ image, x: left, y: top });
}

/** The cells of a whole graphic, row by row. */
export function graphicCells({ key, width, height }: Graphic): Line[] {
  const number = graphicNumber(key);
  return Array.from({ length: height }, (_, y) => {
    const line = new Line(width);
    for (let x = 0; x < width; x++) line.put(x, graphicChar, number, graphicPart(x, y), pictured);
    return line;
  });
}

/**
 * A row in which pictures stay as they are shown, for a moment in which only text is sent. Where something else than a
 * picture is shown in a picture's place it goes.
 */
export function withoutPictures(wanted: Line, shown: Line): Line {
  const line = new Line(wanted.width);
  for (let x = 0; x < wanted.width; x++) {
    line.copy(x, wanted);
    if (((wanted.attributes[x] ?? 0) & pictured) === 0 || wanted.same(x, shown)) continue;
    if ((shown.attributes[x] ?? 0) & pictured) line.copy(x, shown);
    else line.put(x, ' ', 0, 0, 0);
  }
  return line;
}
