import type { Reply } from '../input/pieces.js';

/** What a terminal said of itself; null and empty where it did not. */
export interface Answers {
  /** Name and version as it gives them, e.g. `kitty(0.42.0)` or `tmux 3.3a`. */
  name: string | null;
  /** The numbers of its device attributes (4 = sixel). */
  attributes: number[];
  /** Does it keep a 24-bit colour? */
  truecolor: boolean;
  /** One cell in pixels. */
  cell: { width: number; height: number } | null;
  /** The text area in pixels. */
  window: { width: number; height: number } | null;
  /** Its background, each part 0–255. */
  background: readonly [red: number, green: number, blue: number] | null;
  /** Does it take pictures by kitty's protocol? That says nothing of placeholders. */
  kittyGraphics: boolean;
  /** Does it know kitty's keyboard protocol? */
  kittyKeyboard: boolean;
  /** Can it move the rows of some columns alone (margins at the sides, DECLRMM)? */
  sideMargins: boolean;
  /** Colours that a sixel picture may have. */
  registers: number | null;
  /** The pixels that a sixel picture may have: those of the window, where it is not larger than the terminal draws. */
  area: { width: number; height: number } | null;
}

export interface Question {
  /** What is asked, for people. */
  about: string;
  sequence: string;
  /** Takes the answer over; false when the reply answers another question. */
  take: (reply: Reply, answers: Answers) => boolean;
  /** A string that some terminals and screens would show or hand on as it is; asked of those alone that are no such. */
  kind?: 'dcs' | 'apc';
}

const size = (reply: Reply, mark: number): { width: number; height: number } | null => {
  const [, height, width] = (reply.kind === 'csi' && new RegExp(`^${mark};(\\d+);(\\d+)t$`).exec(reply.text)) || [];
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : null;
};

/** The questions in the order in which they are asked. Every terminal answers the last. */
export const questions: readonly Question[] = [
  {
    about: 'name and version',
    sequence: '\u001b[>0q',
    take: ({ kind, text }, answers) => {
      if (kind !== 'dcs' || !text.startsWith('>|')) return false;
      answers.name = text.slice(2);
      return true;
    },
  },
  {
    about: '24-bit colours',
    // A 24-bit background, the question for the style in force, and the terminal's own style again.
    sequence: '\u001b[48;2;1;2;3m\u001bP$qm\u001b\\\u001b[0m',
    kind: 'dcs',
    take: ({ kind, text }, answers) => {
      if (kind !== 'dcs' || !/^[01]\$r/.test(text)) return false;
      // With or without the colour space's place: 48;2;1;2;3 and 48:2::1:2:3.
      answers.truecolor = /^1\$r.*48[:;]2[:;]+(0[:;])?1[:;]2[:;]3/.test(text);
      return true;
    },
  },
  {
    about: 'cell size',
    sequence: '\u001b[16t',
    take: (reply, answers) => (answers.cell = size(reply, 6) ?? answers.cell) !== null && size(reply, 6) !== null,
  },
  {
    about: 'window size',
    sequence: '\u001b[14t',
    take: (reply, answers) => (answers.window = size(reply, 4) ?? answers.window) !== null && size(reply, 4) !== null,
  },
  {
    about: 'background',
    sequence: '\u001b]11;?\u001b\\',
    take: ({ kind, text }, answers) => {
      const [, red, green, blue] = (kind === 'osc' && /^11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(text)) || [];
      if (red === undefined || green === undefined || blue === undefined) return false;
      answers.background = [part(red), part(green), part(blue)];
      return true;
    },
  },
  {
    about: 'kitty graphics',
    sequence: '\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\',
    kind: 'apc',
    take: ({ kind, text }, answers) => {
      if (kind !== 'apc' || !text.startsWith('Gi=31')) return false;
      answers.kittyGraphics = text.endsWith(';OK');
      return true;
    },
  },
  {
    about: 'kitty keyboard',
    sequence: '\u001b[?u',
    take: ({ kind, text }, answers) => {
      if (kind !== 'csi' || !/^\?\d*u$/.test(text)) return false;
      return (answers.kittyKeyboard = true);
    },
  },
  {
    about: 'margins at the sides',
    sequence: '\u001b[?69$p',
    take: ({ kind, text }, answers) => {
      const [, state] = (kind === 'csi' && /^\?69;(\d)\$y$/.exec(text)) || [];
      if (state === undefined) return false;
      // 1 and 2: it is on or off, and may be changed.
      answers.sideMargins = state === '1' || state === '2';
      return true;
    },
  },
  {
    about: 'sixel colours',
    sequence: '\u001b[?1;1;0S',
    take: ({ kind, text }, answers) => {
      const [, state, count] = (kind === 'csi' && /^\?1;(\d+)(?:;(\d+))?S$/.exec(text)) || [];
      if (state === undefined) return false;
      if (state === '0' && Number(count) > 1) answers.registers = Number(count);
      return true;
    },
  },
  {
    about: 'sixel area',
    sequence: '\u001b[?2;1;0S',
    take: ({ kind, text }, answers) => {
      const [, state, width, height] = (kind === 'csi' && /^\?2;(\d+)(?:;(\d+);(\d+))?S$/.exec(text)) || [];
      if (state === undefined) return false;
      if (state === '0' && Number(width) > 0 && Number(height) > 0) answers.area = { width: Number(width), height: Number(height) };
      return true;
    },
  },
  {
    about: 'attributes',
    sequence: '\u001b[c',
    take: ({ kind, text }, answers) => {
      if (kind !== 'csi' || !/^\?[\d;]*c$/.test(text)) return false;
      answers.attributes = text.slice(1, -1).split(';').map(Number);
      return true;
    },
  },
];

/** One part of a colour: one to four hex digits are a fraction of their most. */
function part(hex: string): number {
  return Math.round((Number.parseInt(hex, 16) / (16 ** hex.length - 1)) * 255);
}

export function noAnswers(): Answers {
  return {
    name: null,
    attributes: [],
    truecolor: false,
    cell: null,
    window: null,
    background: null,
    kittyGraphics: false,
    kittyKeyboard: false,
    sideMargins: false,
    registers: null,
    area: null,
  };
}
