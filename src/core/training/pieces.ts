/*
 * Bytes in any chunking → pieces. A piece ends at a carriage return, at a line feed, and behind a finished bar frame
 * (which is followed by nothing until the next one is drawn, or by a record on the same line). None of these bytes is
 * ever part of a multibyte character, so pieces are whole characters whatever the chunks were.
 */

/** No line of a trainer is longer; more than this without an end is cut, so that garbage cannot fill the memory. */
const LONGEST_PIECE = 65_536;
/** The longest frame: a very wide terminal full of three-byte bar cells. */
const LONGEST_FRAME = 4_096;

export interface PieceSink {
  /** Called at each `]`, with what the piece holds up to and including it. True = that was a bar frame, and is taken. */
  frame(bytes: Uint8Array, start: number, end: number): boolean;
  /** A piece without its ending. The bytes are only valid during the call. */
  line(bytes: Uint8Array, start: number, end: number): void;
}

export interface PieceCutter {
  push(bytes: Uint8Array): void;
  /** No more bytes will come: gives what is left as a line. */
  end(): void;
}

/** Cuts bytes into pieces; gives the same ones however the bytes are divided into pushes. */
export function createPieceCutter(sink: PieceSink): PieceCutter {
  let held = new Uint8Array(1024);
  let heldLength = 0;

  const hold = (bytes: Uint8Array, start: number, end: number): void => {
    if (heldLength + end - start > held.length) {
      const larger = new Uint8Array(Math.max(held.length * 2, heldLength + end - start));
      larger.set(held.subarray(0, heldLength));
      held = larger;
    }
    held.set(bytes.subarray(start, end), heldLength);
    heldLength += end - start;
  };

  /** Gives the first LONGEST_PIECE bytes of a piece that is longer; returns the piece's new start in `bytes`. */
  const cutLong = (bytes: Uint8Array, start: number, end: number): number => {
    let from = start;
    while (heldLength + end - from > LONGEST_PIECE) {
      const missing = LONGEST_PIECE - heldLength;
      hold(bytes, from, from + missing);
      sink.line(held, 0, heldLength);
      heldLength = 0;
      from += missing;
    }
    return from;
  };

  const push = (bytes: Uint8Array): void => {
    const length = bytes.length;
    let start = 0;
    for (let index = 0; index < length; index++) {
      const byte = bytes[index] as number;
      if (byte > 0x5d || (byte > 0x0d && byte < 0x5d) || (byte !== 0x0d && byte !== 0x0a && byte !== 0x5d)) continue;
      const end = byte === 0x5d ? index + 1 : index;
      if (heldLength + end - start > LONGEST_PIECE) start = cutLong(bytes, start, end);
      if (byte !== 0x5d) {
        if (heldLength > 0) {
          hold(bytes, start, end);
          sink.line(held, 0, heldLength);
          heldLength = 0;
        } else if (end > start) sink.line(bytes, start, end);
        start = index + 1;
      } else if (heldLength + end - start <= LONGEST_FRAME) {
        if (heldLength > 0) {
          hold(bytes, start, end);
          start = end;
          if (sink.frame(held, 0, heldLength)) heldLength = 0;
        } else if (sink.frame(bytes, start, end)) start = end;
      }
    }
    start = cutLong(bytes, start, length);
    if (start < length) hold(bytes, start, length);
  };

  const end = (): void => {
    if (heldLength > 0) sink.line(held, 0, heldLength);
    heldLength = 0;
  };

  return { push, end };
}
