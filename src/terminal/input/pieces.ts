/** What the bytes of a terminal's input are made of. */
export type Piece =
  /** One key as the terminal sent it: a character or one escape sequence. */
  | { kind: 'key'; text: string }
  /** A bracketed paste, without its brackets. */
  | { kind: 'paste'; text: string }
  | { kind: 'mouse'; mouse: Mouse }
  | { kind: 'focus'; gained: boolean }
  /** An answer of the terminal to a question. */
  | { kind: 'reply'; reply: Reply };

export interface Mouse {
  action: 'press' | 'release' | 'move' | 'wheel-up' | 'wheel-down';
  /** 0 left, 1 middle, 2 right, 3 none. */
  button: number;
  /** The cell, from 0. */
  x: number;
  y: number;
  shift: boolean;
  alt: boolean;
  ctrl: boolean;
}

export interface Reply {
  /** `csi` for `CSI …`, and the three kinds of strings. */
  kind: 'csi' | 'osc' | 'dcs' | 'apc';
  /** What stands after the introducer and before the terminator; of a CSI the final character is part of it. */
  text: string;
}

/** Reads an SGR mouse report, e.g. `<0;12;5M`; null when it is none. @param text what stands after `CSI` */
export function parseMouse(text: string): Mouse | null {
  const match = /^<(\d+);(\d+);(\d+)([Mm])$/.exec(text);
  if (!match) return null;
  const code = Number(match[1]);
  const action = code & 64 ? (code & 1 ? 'wheel-down' : 'wheel-up') : code & 32 ? 'move' : match[4] === 'm' ? 'release' : 'press';
  return {
    action,
    button: code & 3,
    x: Number(match[2]) - 1,
    y: Number(match[3]) - 1,
    shift: (code & 4) !== 0,
    alt: (code & 8) !== 0,
    ctrl: (code & 16) !== 0,
  };
}

/** Is a CSI sequence an answer and not a key? @param text what stands after `CSI`, e.g. `?62;4c` */
export function isReply(text: string): boolean {
  const final = text.at(-1);
  if (/^[?>=]/.test(text)) return true; // device attributes, modes, versions, keyboard flags
  if (final === 'c' || final === 'n' || final === 't' || final === 'y') return true;
  // A cursor position; F3 with a modifier is CSI 1;2R to CSI 1;16R.
  const position = /^(\d+);(\d+)R$/.exec(text);
  return position !== null && !(position[1] === '1' && Number(position[2]) >= 2 && Number(position[2]) <= 16);
}
