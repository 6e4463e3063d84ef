import { printable } from '../../core/printable.js';

/** Where it is said how far a long command is. */
export interface Progress {
  /** Where it stands; on a terminal in the place of what stood there, now and then unless it is new. */
  at: (text: string, isNew?: boolean) => void;
  /** Something that is worth a line of its own. */
  say: (text: string) => void;
  /** What stands there goes. */
  end: () => void;
}

/** So often a line is written again, and where it is not rewritten, written anew; in milliseconds. */
const redrawMs = 100;
const lineMs = 5000;

/** Progress on a stream, stderr unless told: one line that is rewritten on a terminal, else a line every few seconds. */
export function progressOn(stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'> = process.stderr): Progress {
  let last = -Infinity;
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    at(text, isNew = false) {
      const now = performance.now();
      if (!(isNew && stream.isTTY) && now - last < (stream.isTTY ? redrawMs : lineMs)) return;
      // The first line of what is no terminal waits too: what takes no time needs none.
      const isFirst = last === -Infinity;
      last = now;
      if (!stream.isTTY) return void (isFirst || stream.write(`${printable(text)}\n`));
      const line = printable(text).slice(0, (stream.columns || 80) - 1);
      stream.write(`\r${line}\u001b[K`);
      shown = true;
    },
    say(text) {
      clear();
      stream.write(`${printable(text)}\n`);
      last = performance.now() - (stream.isTTY ? redrawMs : 0);
    },
    end: clear,
  };
}
