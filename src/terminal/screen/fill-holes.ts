import type { ImageLayer } from '../images/layer.js';
import { Line } from './line.js';

/** A row with the cells of its holes taken from the image layer; without a layer, or without a picture, they are blank. */
export function fillHoles(cells: Line, images: ImageLayer | undefined): Line {
  const line = new Line(cells.width);
  for (let x = 0; x < cells.width; x++) {
    line.copy(x, cells);
    const char = cells.chars[x] ?? ' ';
    // All holes are in plane 16; everything else is settled by its first code unit.
    if (char.length !== 2 || char.charCodeAt(0) < 0xdbc0) continue;
    const cell = images?.cell(char, cells.fg[x] ?? 0);
    line.put(x, cell?.char ?? ' ', cell?.fg ?? 0, cell?.bg ?? 0, 0);
  }
  return line;
}
