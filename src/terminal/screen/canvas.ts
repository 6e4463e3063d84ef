import type { ImageLayer } from '../images/layer.js';
import type { Uploads } from '../images/uploads.js';
import { fillHoles, graphicCells, withoutPictures, type Placement } from './fill-holes.js';
import { graphicChar } from './graphic-cell.js';
import { Line } from './line.js';
import { Links } from './links.js';
import { Painter } from './painter.js';
import { parseLine } from './parse-line.js';
import { findScroll, type Scrolling } from './scroll.js';

/** One row of the last frame: the text that it came from and the cells that it means. */
interface Row {
  text: string;
  /** As parsed, holes and all. */
  cells: Line;
  /** With the pictures in the holes. */
  wanted: Line;
  /** The pictures' version at which its holes were filled. */
  version: number;
  /** Pictures of it were left out, as the line was busy. */
  late: boolean;
}

export interface CanvasOptions {
  columns: number;
  rows: number;
  images: ImageLayer | undefined;
  uploads: Uploads;
  colorless: boolean | undefined;
  /** What the terminal can move, so that a list that scrolls is not written again. */
  scrolling: Scrolling;
}

/** Fewer changed rows than this are written again at once. */
const fewRows = 4;

/** What the terminal shows, cell by cell, and what has to be sent so that it shows a frame. */
export class Canvas {
  private links = new Links();
  private painter: Painter;
  private shown: Line[] = [];
  private rows: (Row | undefined)[] = [];
  private forgotten = true;
  private placed = new Map<string, Placement>();
  /** Was a graphic drawn since the screen was erased? */
  private hasGraphics = false;

  constructor(private readonly options: CanvasOptions) {
    this.painter = new Painter(options.columns, this.links, options.colorless);
  }

  /** What the terminal shows is not known any more; the next frame begins with an erased screen of this size. */
  forget(columns = this.options.columns, rows = this.options.rows): void {
    this.options.columns = columns;
    this.options.rows = rows;
    this.forgotten = true;
  }

  /**
   * What to send for a frame.
   * @param lines the frame's rows, as Ink writes them
   * @param room how many bytes pictures may take; text is sent whole. Rows whose pictures did not fit come with a later call
   */
  paint(lines: readonly string[], room: number): { text: string; late: boolean } {
    this.painter.start();
    const isNew = this.forgotten;
    if (isNew) this.begin();
    const dirty = this.read(lines);
    if (!isNew) this.scroll(dirty);
    const graphics = this.missing(dirty);
    if (room < Infinity) {
      for (const y of dirty) this.text(y);
      room += this.painter.length;
    }
    const late = new Set<number>();
    for (const placement of graphics) {
      const covered = rowsOf(placement);
      if (this.painter.length >= room) {
        for (const y of covered) late.add(y);
        continue;
      }
      const { image, x, y } = placement;
      this.painter.graphic(x, y, image.draw, this.shown, graphicCells(image));
      this.hasGraphics = true;
      for (const row of covered) dirty.add(row);
    }
    for (const y of dirty) {
      const row = this.rows[y];
      if (!row) continue;
      row.late = late.has(y) || (row.wanted.hasHoles && this.painter.length >= room);
      // What a graphic covered has to be drawn over it again, pictures or not.
      if (row.late) this.text(y);
      else this.whole(y);
      if (row.late) late.add(y);
    }
    return { text: this.painter.finish(), late: late.size > 0 };
  }

  private begin(): void {
    const { columns, rows, colorless } = this.options;
    this.links = new Links();
    this.painter = new Painter(columns, this.links, colorless);
    this.shown = Array.from({ length: rows }, () => new Line(columns));
    this.rows = [];
    this.hasGraphics = false;
    this.painter.clear();
    this.forgotten = false;
  }

  /** Takes in the rows that changed and gives their numbers. */
  private read(lines: readonly string[]): Set<number> {
    const { columns, rows, images, uploads } = this.options;
    const version = (images?.version ?? 0) + uploads.version;
    const dirty = new Set<number>();
    this.placed = new Map();
    const gallery = { columns, rows, images, uploads, place: (one: Placement) => this.placed.set(`${one.x} ${one.y} ${one.image.key}`, one) };
    for (let y = 0; y < rows; y++) {
      const text = lines[y] ?? '';
      const last = this.rows[y];
      const same = last?.text === text;
      if (same && !last.late && (!last.cells.hasHoles || last.version === version)) continue;
      const cells = same ? last.cells : parseLine(text, columns, this.links);
      this.rows[y] = { text, cells, wanted: cells.hasHoles ? fillHoles(cells, y, gallery) : cells, version, late: false };
      dirty.add(y);
    }
    return dirty;
  }

  /** Moves what only went up or down, where that is shorter than drawing it again. */
  private scroll(dirty: Set<number>): void {
    const { scrolling } = this.options;
    if (scrolling === 'none' || dirty.size < fewRows) return;
    // Whether graphics go with the text differs: rows that hold a part of one stay.
    const holdsGraphic = (line: Line | undefined): boolean => line?.chars.includes(graphicChar) ?? false;
    const fixed = (y: number): boolean => (this.hasGraphics || this.placed.size > 0) && (holdsGraphic(this.shown[y]) || holdsGraphic(this.rows[y]?.wanted));
    const wanted = this.rows.flatMap((row) => (row ? [row.wanted] : []));
    const scroll = findScroll(this.shown, wanted, { changed: dirty, fixed, columns: scrolling === 'columns' });
    if (!scroll) return;
    this.painter.scroll(scroll, this.shown);
    for (let y = scroll.top; y < scroll.bottom; y++) dirty.add(y);
  }

  /** The graphics of which the terminal does not show a cell that it should. */
  private missing(dirty: ReadonlySet<number>): Placement[] {
    return [...this.placed.values()].filter((placement) =>
      graphicCells(placement.image).some((cells, dy) => {
        const y = placement.y + dy;
        const [wanted, shown] = [this.rows[y]?.wanted, this.shown[y]];
        if (!dirty.has(y) || !wanted || !shown) return false;
        for (let dx = 0; dx < cells.width; dx++) {
          const x = placement.x + dx;
          const isPart = wanted.chars[x] === cells.chars[dx] && wanted.fg[x] === cells.fg[dx] && wanted.bg[x] === cells.bg[dx];
          if (isPart && !wanted.same(x, shown)) return true;
        }
        return false;
      }),
    );
  }

  private whole(y: number): void {
    const [row, shown] = [this.rows[y], this.shown[y]];
    if (row && shown) this.painter.row(y, shown, row.wanted);
  }

  private text(y: number): void {
    const [row, shown] = [this.rows[y], this.shown[y]];
    if (!row || !shown) return;
    this.painter.row(y, shown, row.wanted.hasHoles ? withoutPictures(row.wanted, shown) : row.wanted);
  }
}

function rowsOf({ image, y }: Placement): number[] {
  return Array.from({ length: image.height }, (_, row) => y + row);
}
