import type { Cell } from '../cell.js';
import { holePart, maxHoleId } from './hole.js';
import { isGraphic, type TerminalImage, type Upload } from './image.js';

const blank: Cell = { char: ' ', fg: 0, bg: 0 };

/** The pictures that show through the holes of the layout, by number. */
export class ImageLayer {
  private readonly images = new Map<number, { image: TerminalImage; left: number; top: number }>();
  private readonly listeners = new Set<() => void>();
  private last = 0;
  /** Grows whenever a picture comes, changes or goes. */
  version = 0;

  /** A number that no picture has, for a new hole. */
  allocate(): number {
    for (let tries = 0; tries < maxHoleId; tries++) {
      this.last = (this.last % maxHoleId) + 1;
      if (!this.images.has(this.last)) break;
    }
    return this.last;
  }

  /**
   * Shows a picture in a hole from now on; the screen draws it without waiting for a render. The same key at the same
   * place does nothing. A picture larger than its hole is cut, a smaller one leaves the rest blank.
   * @param offset where in the hole its top left cell goes, to centre it
   */
  set(id: number, image: TerminalImage, offset: { left: number; top: number } = { left: 0, top: 0 }): void {
    const before = this.images.get(id);
    if (before && before.image.key === image.key && before.left === offset.left && before.top === offset.top) return;
    this.images.set(id, { image, left: offset.left, top: offset.top });
    this.changed();
  }

  /** Leaves a hole blank. */
  delete(id: number): void {
    if (this.images.delete(id)) this.changed();
  }

  /** The key of the picture in a hole, or null. */
  key(id: number): string | null {
    return this.images.get(id)?.image.key ?? null;
  }

  /** The picture that a cell of a hole shows, and which part of it; null where it shows none. @param char and @param fg as `holeText` wrote them */
  part(char: string, fg: number): { image: TerminalImage; x: number; y: number } | null {
    const part = holePart(char, fg);
    const shown = part && this.images.get(part.id);
    if (!part || !shown) return null;
    const x = part.x - shown.left;
    const y = part.y - shown.top;
    if (x < 0 || y < 0 || x >= shown.image.width || y >= shown.image.height) return null;
    return { image: shown.image, x, y };
  }

  /** What a cell of a hole shows where pictures are cells. */
  cell(char: string, fg: number): Cell {
    const part = this.part(char, fg);
    return !part || isGraphic(part.image) ? blank : part.image.cells(part.x, part.y);
  }

  /** What the terminal must have for the pictures of all holes. */
  *uploads(): Iterable<Upload> {
    for (const { image } of this.images.values()) if (!isGraphic(image) && image.upload) yield image.upload;
  }

  /** Calls back after every change; gives the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}

/** A layer without pictures. */
export function createImageLayer(): ImageLayer {
  return new ImageLayer();
}
