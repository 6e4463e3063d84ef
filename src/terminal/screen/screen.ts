import type { ImageLayer } from '../images/layer.js';
import { Uploads } from '../images/uploads.js';
import { restoreSequence } from '../restore.js';
import { Canvas } from './canvas.js';
import { Flow } from './flow.js';
import { parseInkWrite, type Step } from './ink-write.js';
import { Modes } from './modes.js';
import type { Scrolling } from './scroll.js';
import { ScreenStream, type TerminalOutput } from './stream.js';

export interface ScreenOptions {
  stdout: TerminalOutput;
  columns: number;
  rows: number;
  /** The pictures; without it holes stay blank. */
  images?: ImageLayer;
  /** Leaves colours out, whatever the frames hold. */
  colorless?: boolean;
  /** Keeps what is on its way to the terminal small; without it only the stream says when it is behind. */
  flow?: Flow;
  /** What the terminal can move; nothing unless given. */
  scrolling?: Scrolling;
  /** Gets text that was printed between frames (a `console.log` under Ink), which has no place on the screen. */
  onStray?: (text: string) => void;
  /** Pictures wait so many milliseconds after the latest change of size, 60 unless given; a window is dragged in many steps. */
  settleMs?: number;
}

/** Uploads go this far at a time, in bytes; keys come between. */
const uploadBurst = 128 * 1024;

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

  /** What is switched on in the terminal while the screen is shown. */
  readonly modes = new Modes((text) => this.send(text));

  private readonly inner: ScreenStream;
  private readonly canvas: Canvas;
  private readonly uploads: Uploads;
  private readonly flow: Flow;
  private frame: string[] = [];
  private paused = false;
  private pumping = false;
  private blocked = false;
  private behind = false;
  private closed = false;
  /** Is Ink inside of a synchronized update, or handling a resize? Then nothing is drawn before it ends. */
  private bracket = false;
  private held = false;
  private framed = false;
  private refreshing = false;
  /** Runs for a moment after a change of size, in which only text is sent. */
  private settling: ReturnType<typeof setTimeout> | null = null;
  /** Where Ink takes the cursor to be, rows counted from the frame's first, and whether it shows it. */
  private cursor = { x: 0, y: 0, visible: true };
  private terminalCursor = { x: -1, y: -1, visible: true };
  private readonly waiting: (() => void)[] = [];
  private readonly unsubscribe: (() => void) | undefined;

  constructor(private readonly options: ScreenOptions) {
    this.inner = new ScreenStream(options, (text) => this.take(text), (done) => this.afterFlush(done));
    this.stream = this.inner as unknown as NodeJS.WriteStream;
    const { columns, rows, images, colorless } = options;
    this.uploads = new Uploads(() => images?.uploads() ?? []);
    this.canvas = new Canvas({ columns, rows, images, uploads: this.uploads, colorless, scrolling: options.scrolling ?? 'none' });
    this.flow = options.flow ?? new Flow(false);
    this.flow.onRoom = () => this.goOn();
    options.stdout.on('resize', this.resized);
    options.stdout.on('drain', this.drained);
    this.unsubscribe = options.images?.subscribe(() => this.refreshSoon());
  }

  /** Draws everything anew, e.g. after another program had the terminal or wrote on it. */
  redraw(): void {
    this.canvas.forget();
    this.paint();
  }

  /**
   * Gives the terminal back for a while: what was switched on is off, and nothing is drawn until `resume`. Frames that
   * come meanwhile are kept; the latest is drawn then.
   */
  pause(): void {
    if (this.paused || this.closed) return;
    this.options.stdout.write(this.leaving());
    this.paused = true;
    this.canvas.forget();
  }

  resume(): void {
    if (!this.paused || this.closed) return;
    this.paused = false;
    this.flow.forget();
    if (!this.alternate) return;
    this.terminalCursor = { x: -1, y: -1, visible: true };
    this.send(`\u001b[?1049h${this.modes.on()}`);
    this.paint();
  }

  /** What gives the terminal back as it was; empty when it has been given back. */
  leaving(): string {
    if (this.paused) return '';
    return restoreSequence(this.alternate, this.uploads.forget() + this.modes.off());
  }

  /** Draws the cells of pictures that changed, at once. The layer's changes do this by themselves a moment later. */
  refresh(): void {
    this.settle(false);
    this.paint();
  }

  /** Nothing is written from now on; what Ink still sends is dropped. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.flow.switch(false);
    this.settle(false);
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
    else if (step.kind === 'other') {
      this.modes.note(step.sequence);
      this.send(step.sequence);
    }
    // Erasing is Ink's way to a clean ground for its frame; here the frame itself says what is blank.
  }

  private switchScreen(on: boolean): void {
    if (!on) this.showCursor(true);
    this.alternate = on;
    this.frame = [];
    this.canvas.forget();
    this.cursor.x = 0;
    this.cursor.y = 0;
    // Some terminals keep pictures and keyboard modes for each of their two screens.
    if (on) this.send(`\u001b[?1049h${this.modes.on()}`);
    else this.send(`${this.uploads.forget()}${this.modes.off()}\u001b[?1049l`);
  }

  private readonly resized = (): void => {
    const { columns, rows } = this.options.stdout;
    this.inner.columns = columns || this.inner.columns;
    this.inner.rows = rows || this.inner.rows;
    this.canvas.forget(this.inner.columns, this.inner.rows);
    // Ink draws at once, maybe twice, when its frame changed with the size; when it did not, the terminal still may have.
    this.held = true;
    this.inner.emit('resize');
    this.held = false;
    this.settle(true);
    this.paint();
  };

  /** Pictures wait until the window rests: those of the layout before would be sent for nothing. */
  private settle(on: boolean): void {
    if (this.settling) clearTimeout(this.settling);
    this.settling = on ? setTimeout(() => this.refresh(), this.options.settleMs ?? 60) : null;
  }

  private refreshSoon(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    queueMicrotask(() => {
      this.refreshing = false;
      this.paint();
    });
  }

  private paint(): void {
    if (this.closed || this.held || this.paused || !this.alternate) return;
    if (this.blocked || this.flow.room('text') <= 0) {
      this.behind = true;
      return;
    }
    this.behind = false;
    if (this.frame.length === 0) return;
    const { text, late } = this.canvas.paint(this.frame, this.settling ? 0 : this.flow.room('pictures'));
    this.deliver(text);
    this.behind = late;
    this.pump();
  }

  /** Sends pictures that the terminal is to keep, as far as there is room, a little at a time. */
  private pump(): void {
    if (this.pumping || this.closed || this.paused || !this.alternate) return;
    const { version } = this.uploads;
    for (let bytes = 0; !this.blocked && this.flow.room('pictures') > 0 && bytes < uploadBurst; ) {
      const chunk = this.uploads.next();
      if (chunk === null) return this.refreshWhenNew(version);
      bytes += chunk.length;
      this.send(chunk);
    }
    this.refreshWhenNew(version);
    if (this.blocked || this.flow.room('pictures') <= 0) return;
    this.pumping = true;
    setImmediate(() => {
      this.pumping = false;
      this.pump();
    });
  }

  private refreshWhenNew(version: number): void {
    if (this.uploads.version !== version) this.refreshSoon();
  }

  /** There is room again, after the terminal took what was on its way. */
  private goOn(): void {
    if (this.behind) this.paint();
    else this.pump();
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
    if (this.closed || this.paused || text === '') return;
    const wrapped = this.flow.wrap(text);
    this.bytesWritten += Buffer.byteLength(wrapped);
    if (!this.options.stdout.write(wrapped)) this.blocked = true;
  }

  private readonly drained = (): void => {
    this.blocked = false;
    this.goOn();
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
