import { printable } from '../../core/printable.js';
import { withoutTerminalCodes } from '../../core/training/terminal-codes.js';

/** Lines kept at least; what is older is in the file. */
const mostLines = 5000;
/** A line that never ends (binary rubbish) is cut into pieces of this many characters. */
const longest = 20_000;

/**
 * The trainer's raw output as lines to read: terminal codes stripped, of the frames of a progress bar only the last one,
 * wide gaps closed. Bytes come in any chunking.
 */
export class LogLines {
  private readonly decoder = new TextDecoder();
  private ended: string[] = [];
  private open = '';

  push(bytes: Uint8Array): void {
    const text = this.open + this.decoder.decode(bytes, { stream: true });
    const lines = text.split('\n');
    this.open = lines.pop() ?? '';
    for (const line of lines) this.ended.push(...readLine(line));
    if (this.open.length > longest) {
      // Frames that were drawn over are no longer of interest; anything else that long is cut.
      const frame = this.open.lastIndexOf('\r', this.open.length - 2);
      if (frame > 0 && this.open.slice(0, frame).includes('%|')) this.open = this.open.slice(frame);
      else {
        this.ended.push(...readLine(this.open));
        this.open = '';
      }
    }
    if (this.ended.length > 2 * mostLines) this.ended = this.ended.slice(-mostLines);
  }

  /** All lines up to now, the one that is still being written last. */
  lines(): string[] {
    return [...this.ended, ...readLine(this.open)];
  }
}

/** One line of the output: what was drawn over by carriage returns is gone if it was a bar, and a line of its own otherwise. */
function readLine(raw: string): string[] {
  const lines: string[] = [];
  let frame: string | null = null;
  for (const part of withoutTerminalCodes(raw).split('\r')) {
    if (part.trim() === '') continue;
    if (!isFrame(part)) {
      if (frame !== null) lines.push(frame);
      frame = null;
      lines.push(part);
      continue;
    }
    // Another bar may begin on the line; the last frame of each stays.
    if (frame !== null && nameOf(frame) !== nameOf(part)) lines.push(frame);
    frame = part;
  }
  if (frame !== null) lines.push(frame);
  return lines.map(tidy);
}

function isFrame(text: string): boolean {
  return /\d%\|/.test(text);
}

function nameOf(frame: string): string {
  return frame.slice(0, frame.search(/\s*\d+%\|/));
}

/** A bar's blocks say no more than its percent, and would push the numbers out of sight; so would rich's wide gaps. */
function tidy(text: string): string {
  const bare = text.replace(/%\|[^|]*\| ?/, '%  ').replaceAll('\t', '    ');
  // Up to 12 spaces at the beginning are the indentation of a traceback; more are an empty column of a log record.
  const short = bare.replace(/^ {13,}/, '  ').replace(/(\S) {3,}/g, '$1  ').trimEnd();
  return printable(short);
}
