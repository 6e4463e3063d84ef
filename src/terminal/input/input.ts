import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Mouse, Piece, Reply } from './pieces.js';
import { patience, Splitter } from './splitter.js';

/** What the input needs of the stream that it reads; `process.stdin` is one. */
export interface TerminalInput {
  isTTY?: boolean;
  setRawMode?: (on: boolean) => unknown;
  ref?: () => unknown;
  unref?: () => unknown;
  pause(): unknown;
  resume(): unknown;
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  off(event: 'end' | 'close', listener: () => void): unknown;
}

export interface InputEvents {
  mouse: [Mouse];
  /** The terminal's window got or lost the focus. */
  focus: [boolean];
  reply: [Reply];
  /** The terminal is gone. */
  end: [];
}

/**
 * The input over Ink: what the terminal sends, minus its answers and the mouse, one key, escape sequence or bracketed
 * paste a read. Ink takes everything that one read gives for one key, so `jjj` from a slow line would be one. They also
 * come one a turn of the event loop: React has then taken in what the key before did, and a component that goes from `at`
 * to `at + 1` goes three steps.
 */
export class Input {
  /** To be given to Ink's `render` as `stdin`. */
  readonly stream: NodeJS.ReadStream;
  readonly events = new EventEmitter<InputEvents>();

  private readonly keys = new KeyStream(this);
  private readonly splitter = new Splitter();
  private readonly decoder = new StringDecoder('utf8');
  private readonly waiting: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turn: NodeJS.Immediate | undefined;
  private raw = false;

  constructor(private readonly stdin: TerminalInput) {
    this.stream = this.keys as unknown as NodeJS.ReadStream;
    stdin.on('data', this.take);
    stdin.on('end', this.ended);
    stdin.on('close', this.ended);
    stdin.pause();
  }

  /** Raw mode on or off; reads only while it is on, so that a program that has the terminal meanwhile gets its keys. */
  setRawMode(on: boolean): void {
    try {
      this.stdin.setRawMode?.(on);
    } catch {
      // A terminal that hung up takes no modes any more; there is nobody left to whom it would matter.
    }
    this.raw = on;
    if (on) this.stdin.resume();
    else this.stdin.pause();
  }

  /** Is raw mode on? */
  get isRaw(): boolean {
    return this.raw;
  }

  ref(): void {
    this.stdin.ref?.();
  }

  unref(): void {
    this.stdin.unref?.();
  }

  /** Stops reading and leaves raw mode. */
  close(): void {
    clearTimeout(this.timer);
    clearImmediate(this.turn);
    this.stdin.off('data', this.take);
    this.stdin.off('end', this.ended);
    this.stdin.off('close', this.ended);
    if (this.raw) this.setRawMode(false);
    this.stdin.pause();
    this.stdin.unref?.();
  }

  private readonly take = (chunk: Buffer | string): void => {
    clearTimeout(this.timer);
    this.give(this.splitter.push(typeof chunk === 'string' ? chunk : this.decoder.write(chunk)));
    const wait = patience(this.splitter.pending);
    if (wait > 0) this.timer = setTimeout(() => this.give(this.splitter.flush()), wait);
  };

  private readonly ended = (): void => {
    this.events.emit('end');
  };

  private give(pieces: Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'key') this.waiting.push(forInk(piece.text));
      else if (piece.kind === 'paste') this.waiting.push(`\u001b[200~${piece.text}\u001b[201~`);
      else if (piece.kind === 'mouse') this.events.emit('mouse', piece.mouse);
      else if (piece.kind === 'focus') this.events.emit('focus', piece.gained);
      else this.events.emit('reply', piece.reply);
    }
    if (!this.turn) this.next();
  }

  private readonly next = (): void => {
    this.turn = undefined;
    const key = this.waiting.shift();
    if (key === undefined) return;
    this.keys.push(key);
    this.turn = setImmediate(this.next);
  };
}

/**
 * A key in a form that Ink's parser takes as whole. Alone, an escape (and alt with `[` or `O`) looks to it like the
 * beginning of a sequence: it would wait and might join it to the next key. The kitty protocol has unambiguous names.
 */
function forInk(key: string): string {
  if (key === '\u001b') return '\u001b[27u';
  if (key === '\u001b[') return '\u001b[91;3u';
  if (key === '\u001bO') return '\u001b[111;4;79u';
  return key;
}

/** In object mode every read gives one pushed item, however many wait. */
class KeyStream extends Readable {
  readonly isTTY = true;

  constructor(private readonly input: Input) {
    super({ objectMode: true, highWaterMark: 1024 });
  }

  override _read(): void {
    // Items come by push, when the terminal sends them.
  }

  override setEncoding(): this {
    return this; // strings already; decoding would join the items
  }

  setRawMode(on: boolean): this {
    this.input.setRawMode(on);
    return this;
  }

  get isRaw(): boolean {
    return this.input.isRaw;
  }

  ref(): this {
    this.input.ref();
    return this;
  }

  unref(): this {
    this.input.unref();
    return this;
  }
}

/** The filtered input over a terminal's input stream; it reads once raw mode is set. */
export function createInput(stdin: TerminalInput): Input {
  return new Input(stdin);
}
