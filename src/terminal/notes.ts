import { Writable } from 'node:stream';

/** Keeps this much of what is printed while the screens are up; the oldest goes first. */
const limit = 64 * 1024;

/** What is printed while a full-screen program has the terminal; it would only tear the screen, so it waits for the end. */
export class Notes {
  /** To be given to Ink's `render` as `stderr`. */
  readonly stream: NodeJS.WriteStream;
  private text = '';

  constructor() {
    const writable = new Writable({
      decodeStrings: false,
      write: (chunk: unknown, _encoding, done): void => {
        this.add(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8'));
        done();
      },
    });
    this.stream = writable as unknown as NodeJS.WriteStream;
  }

  add(text: string): void {
    this.text = (this.text + (text.endsWith('\n') ? text : `${text}\n`)).slice(-limit);
  }

  /** All of it; nothing is left. */
  take(): string {
    const text = this.text;
    this.text = '';
    return text;
  }
}
