import { parseInkWrite } from '../screen/ink-write.js';
import { ScreenStream, type TerminalOutput } from '../screen/stream.js';
import { whatIsNew } from './what-is-new.js';

/** Frames that follow each other this closely are one, in milliseconds; the last of them counts. */
const restMs = 50;
/** But nobody waits longer than this. */
const patienceMs = 250;
/** Ink breaks lines at the width of its output; a broken line would be said in pieces, so it gets a wide one. */
const columns = 2000;

/**
 * The output under Ink for a screen reader. Ink gives frames of plain lines and would erase the last frame and write the
 * whole of the next one; here only the lines that are new are written, one below the other on the ordinary screen, so that
 * what is read out is what changed, and what was said can be read again above.
 */
export class Reader {
  /** To be given to Ink's `render` as `stdout`. */
  readonly stream: NodeJS.WriteStream;
  private said: string[] = [];
  /** The line that the cursor stands at the end of. */
  private open: string | null = null;
  private next: string[] | null = null;
  private waitingSince = 0;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private held = false;

  constructor(private readonly stdout: TerminalOutput) {
    const stream = new ScreenStream({ columns, rows: stdout.rows || 24 }, (text) => this.take(text), (done) => setImmediate(done));
    this.stream = stream as unknown as NodeJS.WriteStream;
  }

  /** Says nothing while somebody else has the terminal; what is new by then is said afterwards. */
  hold(on: boolean): void {
    this.held = on;
    if (on && this.open !== null) this.stdout.write('\r\n');
    this.open = null;
    if (!on) this.say();
  }

  /** Says what still waits, and ends the line. */
  close(): void {
    if (this.closed) return;
    this.say();
    this.closed = true;
    if (this.open !== null) this.stdout.write('\r\n');
  }

  private take(text: string): void {
    const { lines } = parseInkWrite(text);
    if (!lines || this.closed) return;
    const now = Date.now();
    if (!this.next) this.waitingSince = now;
    this.next = lines.map(plain).filter((line) => line.trim() !== '');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(), Math.max(0, Math.min(restMs, this.waitingSince + patienceMs - now)));
  }

  private say(): void {
    clearTimeout(this.timer);
    if (this.held) return;
    const frame = this.next;
    this.next = null;
    if (!frame || this.closed) return;
    const { text, open } = whatIsNew(this.said, frame, this.open);
    this.said = frame;
    this.open = open;
    if (text !== '') this.stdout.write(text);
  }
}

/** Without styles and without the cells of pictures. */
function plain(line: string): string {
  return line.replace(/\u001b\[[\d;:]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)|[\u{100000}-\u{10ffff}]/gu, '');
}
