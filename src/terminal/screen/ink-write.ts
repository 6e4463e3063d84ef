/**
 * What Ink writes to its output in standard mode, taken apart: control sequences at the head (erasing the last frame,
 * moving the cursor back, brackets, the alternate screen), then the whole frame as text, then where the cursor goes.
 */
export interface InkWrite {
  /** What to do in order, before the frame. */
  steps: Step[];
  /** The frame's lines; null when the write holds none. */
  lines: string[] | null;
  /** Set when the write ends by placing and showing the cursor: rows up from the frame's last line, and the column. */
  cursor: { up: number; column: number } | null;
}

export type Step =
  | { kind: 'begin' } // a synchronized update
  | { kind: 'end' }
  | { kind: 'alternate'; on: boolean }
  | { kind: 'show'; on: boolean } // the cursor
  | { kind: 'rows'; by: number } // the cursor, down or (negative) up
  | { kind: 'column'; to: number }
  | { kind: 'home' }
  | { kind: 'erase' }
  | { kind: 'other'; sequence: string };

const control = /\u001b\[([?>=<]?)([\d;]*)([A-Za-ln-z])|\u001b\[[?>=<]?[\d;]*[ -/]+[@-~]|\u001b[\]P_^X][^\u0007\u001b]*(?:\u0007|\u001b\\)/y;
const link = /\u001b\]8;/y;
const suffix = /(?:\u001b\[(\d+)A)?\u001b\[(\d+)G\u001b\[\?25h$/;

/** Takes one write apart. */
export function parseInkWrite(text: string): InkWrite {
  const steps: Step[] = [];
  let at = 0;
  for (;;) {
    control.lastIndex = at;
    link.lastIndex = at;
    const match = link.test(text) ? null : control.exec(text);
    if (!match) break;
    steps.push(match[3] === undefined ? { kind: 'other', sequence: match[0] } : step(match[0], match[1] ?? '', match[2] ?? '', match[3]));
    at = control.lastIndex;
  }
  let rest = text.slice(at);
  if (rest === '') return { steps, lines: null, cursor: null };
  const end = suffix.exec(rest);
  if (end) rest = rest.slice(0, end.index);
  const cursor = end ? { up: Number(end[1] ?? 0), column: Number(end[2]) - 1 } : null;
  return { steps, lines: rest.split('\n'), cursor };
}

function step(sequence: string, mark: string, parameters: string, final: string): Step {
  const count = parameters === '' ? 1 : Number.parseInt(parameters, 10);
  if (mark === '?' && (final === 'h' || final === 'l')) {
    const on = final === 'h';
    if (parameters === '2026') return { kind: on ? 'begin' : 'end' };
    if (parameters === '1049') return { kind: 'alternate', on };
    if (parameters === '25') return { kind: 'show', on };
  }
  if (mark === '') {
    if (final === 'A') return { kind: 'rows', by: -count };
    if (final === 'B') return { kind: 'rows', by: count };
    if (final === 'G') return { kind: 'column', to: count - 1 };
    if (final === 'H') return { kind: 'home' };
    if (final === 'J' || final === 'K') return { kind: 'erase' };
  }
  return { kind: 'other', sequence };
}
