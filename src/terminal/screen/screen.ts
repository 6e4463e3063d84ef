import type { ImageLayer } from '../images/layer.js';
import { fillHoles } from './fill-holes.js';
import { parseInkWrite, type Step } from './ink-write.js';
import { Line } from './line.js';
import { Links } from './links.js';
import { Painter } from './painter.js';
import { parseLine } from './parse-line.js';
import { ScreenStream, type TerminalOutput } from './stream.js';

export interface ScreenOptions {
  stdout: TerminalOutput;
  columns: number;
  rows: number;
  /** The pictures; without it holes stay blank. */
  images?: ImageLayer;
  /** Leaves colours out, whatever the frames hold. */
  colorless?: boolean;
  /** Gets text that was printed between frames (a `console.log` under Ink), which has no place on the screen. */
  onStray?: (text: string) => void;
}

/** One row of the last frame: the text that it came from and the cells that it means, holes and all. */
interface Row {
  text: string;
  cells: Line;
  /** The layer's version at which its holes were drawn. */
  version: number;
}

/**
 * The output under Ink. Ink lays out and writes whole frames to `stream` (standard mode, on the alternate screen); the
 * screen compares their cells with what the terminal shows and sends only what differs, in one write within one
 * synchronized update. Pictures come from the image layer, where the frame has holes. What Ink writes was read from
 * ink 8.0.0, which is pinned for that; a test compares the two outputs cell by cell.
 */
export class Screen {
  /** To be given to Ink's `render` as `stdout`. */
  readonly stream: NodeJS.WriteStream;
  /** How many bytes went to the terminal so far. */
  bytesWritten = 0;
  /** Is the terminal on its alternate screen? */
  alternate = false;

  private readonly inner: ScreenStream;
  private links = new Links();
  private painter: Painter;
  private shown: Line[] = [];
  private rows: Row[] = [];
  private frame: string[] = [];
  private forgotten = true;
  private blocked = false;
  private behind = false;
  private closed = false;
  /** Is Ink inside of a synchronized update, or handling a resize? Then nothing is drawn before it ends. */
  private bracket = false;
  private held = false;
  private framed = false;
  private refreshing = false;
  /** Where Ink takes the cursor to be, rows counted from the frame's first, and whether it shows it. */
  private cursor = { x: 0, y: 0, visible: true };
  private terminalCursor = { x: -1, y: -1, visible: true };
  private readonly waiting: (() => void)[] = [];
  private readonly unsubscribe: (() => void) | undefined;

  constructor(private readonly options: ScreenOptions) {
    this.inner = new ScreenStream(options, (text) => this.take(text), (done) => this.afterFlush(done));
    this.stream = this.inner as unknown as NodeJS.WriteStream;
    this.painter = new Painter(options.columns, this.links, options.colorless);
    options.stdout.on('resize', this.resized);
    options.stdout.on('drain', this.drained);
    this.unsubscribe = options.images?.subscribe(() => this.refreshSoon());
  }

  /** Draws everything anew, e.g. after another program had the terminal or wrote on it. */
  redraw(): void {
    this.forgotten = true;
    this.paint();
  }

  /** Draws the cells of pictures that changed, at once. The layer's changes do this by themselves a moment later. */
  refresh(): void {
    this.paint();
  }

  /** Nothing is written from now on; what Ink still sends is dropped. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.options.stdout.off('resize', this.resized);
    this.options.stdout.off('drain', this.drained);
    this.unsubscribe?.();
    this.release();
  }

  private take(text: string): void {
    if (this.closed) return;
    const write = parseInkWrite(text);
    for (const step of write.steps) this.step(step);
    if (write.lines) {
      if (this.bracket && this.framed) this.options.onStray?.(this.frame.join('\n'));
      this.framed = true;
      this.frame = write.lines;
      this.cursor.x = 0;
      this.cursor.y = write.lines.length - 1;
      if (write.cursor) this.cursor = { x: write.cursor.column, y: this.cursor.y - write.cursor.up, visible: true };
    }
    if (!this.bracket) this.paint();
  }

  private step(step: Step): void {
    if (step.kind === 'begin' || step.kind === 'end') {
      this.bracket = step.kind === 'begin';
      this.framed = false;
    }
    if (step.kind === 'show') this.cursor.visible = step.on;
    else if (step.kind === 'rows') this.cursor.y = Math.max(0, this.cursor.y + step.by);
    else if (step.kind === 'column') this.cursor.x = step.to;
    else if (step.kind === 'home') this.cursor = { ...this.cursor, x: 0, y: 0 };
    else if (step.kind === 'alternate') this.switchScreen(step.on);
    else if (step.kind === 'other') this.send(step.sequence);
    // Erasing is Ink's way to a clean ground for its frame; here the frame itself says what is blank.
  }

  private switchScreen(on: boolean): void {
    if (!on) this.showCursor(true);
    this.alternate = on;
    this.frame = [];
    this.forgotten = true;
    this.cursor.x = 0;
    this.cursor.y = 0;
    this.send(`\u001b[?1049${on ? 'h' : 'l'}`);
  }

  private readonly resized = (): void => {
    const { columns, rows } = this.options.stdout;
    this.inner.columns = columns || this.inner.columns;
    this.inner.rows = rows || this.inner.rows;
    this.forgotten = true;
    // Ink draws at once, maybe twice, when its frame changed with the size; when it did not, the terminal still may have.
    this.held = true;
    this.inner.emit('resize');
    this.held = false;
    this.paint();
  };

  private refreshSoon(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    queueMicrotask(() => {
      this.refreshing = false;
      this.paint();
    });
  }

  private paint(): void {
    if (this.closed || this.held || !this.alternate) return;
    if (this.blocked) {
      this.behind = true;
      return;
    }
    this.behind = false;
    if (this.frame.length === 0) return;
    const { columns, rows } = this.inner;
    if (this.forgotten) this.forget(columns, rows);
    this.painter.start();
    if (this.forgotten) this.painter.clear();
    this.forgotten = false;
    for (let y = 0; y < rows; y++) this.paintRow(y, columns);
    this.deliver(this.painter.finish());
  }

  private forget(columns: number, rows: number): void {
    this.links = new Links();
    this.painter = new Painter(columns, this.links, this.options.colorless);
    this.shown = Array.from({ length: rows }, () => new Line(columns));
    this.rows = [];
  }

  private paintRow(y: number, columns: number): void {
    const text = this.frame[y] ?? '';
    const version = this.options.images?.version ?? 0;
    const last = this.rows[y];
    if (last?.text === text && (!last.cells.hasHoles || last.version === version)) return;
    const cells = last?.text === text ? last.cells : parseLine(text, columns, this.links);
    this.rows[y] = { text, cells, version };
    const shown = this.shown[y];
    if (shown) this.painter.row(y, shown, cells.hasHoles ? fillHoles(cells, this.options.images) : cells);
  }

  /** Sends what was drawn, with the cursor where Ink wants it. */
  private deliver(drawn: string): void {
    const want = { ...this.cursor, x: Math.min(this.cursor.x, this.inner.columns - 1), y: Math.min(this.cursor.y, this.inner.rows - 1) };
    const is = this.terminalCursor;
    const moved = want.visible && (drawn !== '' || want.x !== is.x || want.y !== is.y);
    if (drawn === '' && !moved && want.visible === is.visible) return;
    let text = '';
    if (is.visible && (drawn !== '' || !want.visible)) text += '\u001b[?25l';
    text += drawn;
    if (moved) text += `\u001b[${want.y + 1};${want.x + 1}H`;
    if (want.visible && (!is.visible || text.startsWith('\u001b[?25l'))) text += '\u001b[?25h';
    this.terminalCursor = want;
    this.send(drawn === '' ? text : `\u001b[?2026h${text}\u001b[?2026l`);
  }

  private showCursor(on: boolean): void {
    if (this.terminalCursor.visible !== on) this.send(on ? '\u001b[?25h' : '\u001b[?25l');
    this.terminalCursor = { x: -1, y: -1, visible: on };
  }

  private send(text: string): void {
    if (this.closed || text === '') return;
    this.bytesWritten += Buffer.byteLength(text);
    if (!this.options.stdout.write(text)) this.blocked = true;
  }

  private readonly drained = (): void => {
    this.blocked = false;
    if (this.behind) this.paint();
    if (!this.blocked) this.release();
  };

  private afterFlush(done: () => void): void {
    if (this.closed || !this.blocked) setImmediate(done);
    else this.waiting.push(done);
  }

  private release(): void {
    for (const done of this.waiting.splice(0)) setImmediate(done);
  }
}

/** The output under Ink for a terminal of this size. */
export function createScreen(options: ScreenOptions): Screen {
  return new Screen(options);
}
