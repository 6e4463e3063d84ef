import { colorsFromEnvironment, depthOf, type ColorDepth } from '../colors.js';
import { createInput, type TerminalInput } from '../input/input.js';
import { probe, type Probe } from '../probe/probe.js';

/** What is known of the terminal of a command, which has no screen of its own. */
export interface KnownTerminal {
  /** What it said; null when it could not be asked. */
  probe: Probe | null;
  colors: ColorDepth;
  /** Why it could not be asked, in one sentence; null when it was. */
  whyNot: string | null;
  columns: number;
  rows: number;
}

interface Streams {
  stdin: TerminalInput;
  stdout: { isTTY?: boolean; columns?: number | undefined; rows?: number | undefined; write(text: string): unknown };
  env: Record<string, string | undefined>;
}

/** Asks the terminal that a command runs in. The input is given back at once; where there is no terminal, nothing is asked. */
export async function askTerminal({ stdin, stdout, env }: Streams): Promise<KnownTerminal> {
  const guess = colorsFromEnvironment(env);
  const size = { columns: stdout.columns || 80, rows: stdout.rows || 24 };
  const whyNot = !stdout.isTTY
    ? 'The output is not a terminal, so nothing can be asked.'
    : !stdin.isTTY || !stdin.setRawMode
      ? 'The input is not a terminal, so answers cannot be read.'
      : null;
  if (whyNot !== null) return { probe: null, colors: guess.depth, whyNot, ...size };
  const input = createInput(stdin);
  try {
    input.setRawMode(true);
    const answers = await probe(input, (text) => stdout.write(text), { env });
    // A terminal that does not know a question may have shown it.
    stdout.write('\r\u001b[K');
    return { probe: answers, colors: depthOf(guess, answers), whyNot: null, ...size };
  } finally {
    input.close();
  }
}
