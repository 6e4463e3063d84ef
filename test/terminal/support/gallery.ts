import { holePart } from '../../../src/terminal/images/hole.js';
import { isGraphic, type TerminalImage } from '../../../src/terminal/images/image.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';
import type { FakeTerminal } from './fake-terminal.js';
import { graphicFacts, standIn } from './graphic-cells.js';

/** What a cell is to show: one grapheme, and 24-bit colours as one number each or null for the terminal's own. */
export interface WantedCell {
  char: string;
  fg: number | null;
  bg: number | null;
}

const blank: WantedCell = { char: ' ', fg: null, bg: null };

/** An image layer, and by a reckoning of its own what a terminal is to show in its holes. */
export class Gallery {
  readonly layer = createImageLayer();
  private readonly images = new Map<number, { image: TerminalImage; left: number; top: number }>();

  set(hole: number, image: TerminalImage, offset = { left: 0, top: 0 }): void {
    this.images.set(hole, { image, ...offset });
    this.layer.set(hole, image, offset);
  }

  delete(hole: number): void {
    this.images.delete(hole);
    this.layer.delete(hole);
  }

  /**
   * What the terminal is to show at a place where the layout has a hole's cell; null where it has none.
   * @param char and @param fg that cell
   */
  wanted(char: string, fg: number, x: number, y: number, terminal: FakeTerminal): WantedCell | null {
    const part = holePart(char, fg);
    if (!part) return null;
    const shown = this.images.get(part.id);
    if (!shown) return blank;
    const { image } = shown;
    const [dx, dy] = [part.x - shown.left, part.y - shown.top];
    if (dx < 0 || dy < 0 || dx >= image.width || dy >= image.height) return blank;
    if (isGraphic(image)) {
      const facts = graphicFacts(image.draw);
      const fits = x - dx >= 0 && y - dy >= 0 && x - dx + image.width <= terminal.columns && y - dy + image.height < terminal.rows;
      // Drawn whole or not at all: what reaches into the last row would scroll it.
      if (!facts || !fits) return blank;
      const { char: sign, color } = standIn(facts, dx, dy);
      return { char: sign, fg: (color[0] << 16) | (color[1] << 8) | color[2], bg: null };
    }
    if (image.upload && !terminal.uploads.has(image.upload.id)) return blank;
    const cell = image.cells(dx, dy);
    return { char: cell.char, fg: cell.fg === 0 ? null : cell.fg & 0xffffff, bg: cell.bg === 0 ? null : cell.bg & 0xffffff };
  }

  /** The uploads of its pictures that the terminal does not hold; none once everything is settled. */
  missing(terminal: FakeTerminal): number[] {
    return [...this.images.values()].flatMap(({ image }) => (!isGraphic(image) && image.upload && !terminal.uploads.has(image.upload.id) ? [image.upload.id] : []));
  }
}
