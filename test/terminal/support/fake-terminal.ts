import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import { UnicodeGraphemesAddon } from '../../journeys/harness/graphemes.js';
import { wholeUntil, withStandIns } from './graphic-cells.js';
import { HeldUploads } from './held-uploads.js';

/**
 * A stream to write to with a real terminal emulator behind it, and its size. The emulator has no pixels: text stands for
 * graphics, and of uploads only the numbers are kept.
 */
export class FakeTerminal extends EventEmitter {
  readonly isTTY = true;
  readonly emulator: xterm.Terminal;
  bytes = 0;
  /** Everything that was written, in order. */
  readonly writes: string[] = [];
  /** What `write` says: false plays a line that is behind. */
  takesMore = true;
  readonly uploads = new HeldUploads();
  cursorShown = true;
  /** Set by a change of size, until someone waited for what it leads to. */
  changedSize = false;
  private rest = '';

  constructor(
    public columns: number,
    public rows: number,
    /** false: the emulator counts every code point by itself, as older terminals do. */
    graphemesToo = true,
  ) {
    super();
    this.emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0, convertEol: true });
    if (graphemesToo) this.emulator.loadAddon(new UnicodeGraphemesAddon());
  }

  write(text: string, ...rest: unknown[]): boolean {
    this.bytes += Buffer.byteLength(text);
    if (text !== '') this.writes.push(text);
    this.show(text);
    const done = rest.at(-1);
    if (typeof done === 'function') setImmediate(() => (done as () => void)());
    return this.takesMore;
  }

  private show(text: string): void {
    this.uploads.take(text);
    const [on, off] = [text.lastIndexOf('\u001b[?25h'), text.lastIndexOf('\u001b[?25l')];
    if (on !== off) this.cursorShown = on > off;
    const all = this.rest + text;
    const end = wholeUntil(all);
    this.rest = all.slice(end);
    this.emulator.write(withStandIns(all.slice(0, end)));
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.changedSize = true;
    this.emulator.resize(columns, rows);
    this.emit('resize');
  }

  /** Waits until the emulator has taken everything in. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => this.emulator.write('', resolve));
  }

  /** The text of a row, blanks at its end left out. */
  row(y: number): string {
    return this.emulator.buffer.active.getLine(this.emulator.buffer.active.viewportY + y)?.translateToString(true).trimEnd() ?? '';
  }

  screen(): string {
    return Array.from({ length: this.rows }, (_, y) => this.row(y)).join('\n');
  }
}
