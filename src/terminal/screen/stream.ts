import { Writable } from 'node:stream';

/** What the screen needs of the stream that it writes to; `process.stdout` is one. */
export interface TerminalOutput {
  columns?: number | undefined;
  rows?: number | undefined;
  write(text: string): boolean;
  on(event: 'resize' | 'drain', listener: () => void): unknown;
  off(event: 'resize' | 'drain', listener: () => void): unknown;
}

/** The stream that Ink takes for its output. Every write goes to `take` at once, in order, and is never queued. */
export class ScreenStream extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;

  constructor(
    size: { columns: number; rows: number },
    private readonly take: (text: string) => void,
    private readonly afterFlush: (done: () => void) => void,
  ) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
  }

  /** Ink asks this of the real output. */
  getColorDepth(): number {
    return 24;
  }

  hasColors(): boolean {
    return true;
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8');
    if (text !== '') this.take(text);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') this.afterFlush(() => (done as () => void)());
    return true;
  }
}
