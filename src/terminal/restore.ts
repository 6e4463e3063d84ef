import { writeSync } from 'node:fs';

/** Ends what may have been cut off in the middle: a string sequence, a synchronized update, a style, a link. */
const ends = '\u001b\\\u001b[?2026l\u001b[0m\u001b]8;;\u001b\\';
/** Everything that a full-screen program may have switched on: mouse, focus, paste; and the cursor shown. */
const modesOff = '\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1006l\u001b[?1004l\u001b[?2004l\u001b[?25h';
const leaveAlternate = '\u001b[?1049l';

/**
 * The sequence that gives the terminal back.
 * @param alternate is it on its alternate screen? (Leaving it twice would move the cursor.)
 * @param own what only this program knows to take back: its pictures and modes
 */
export function restoreSequence(alternate: boolean, own = ''): string {
  return ends + own + modesOff + (alternate ? leaveAlternate : '');
}

/**
 * Writes at once, past every queue, for moments when the process is about to end. A terminal that is gone or that takes
 * nothing more is passed over.
 */
export function writeAtOnce(stdout: { fd?: number; write(text: string): unknown }, text: string): void {
  if (stdout.fd === undefined) {
    stdout.write(text);
    return;
  }
  let rest = Buffer.from(text);
  for (let tries = 0; rest.length > 0 && tries < 50; tries++) {
    try {
      rest = rest.subarray(writeSync(stdout.fd, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
