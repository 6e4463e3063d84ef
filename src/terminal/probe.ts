import type { Input } from './input/input.js';
import type { Reply } from './input/pieces.js';

/** What a terminal said about itself. */
export interface Probe {
  /** Name and version as it gives them, e.g. `kitty(0.42.0)` or `tmux 3.3a`; null when it did not say. */
  name: string | null;
  /** The numbers of its device attributes (4 = sixel); empty when it did not say. */
  attributes: number[];
  /** Does it keep a 24-bit colour? */
  truecolor: boolean;
  /** Its background, each part 0–255; null when it did not say. */
  background?: readonly [number, number, number] | null;
  /** Did it answer at all within the time? */
  answered: boolean;
}

/** A 24-bit background, the question for the style in force, and the terminal's own style again. */
const styleQuestion = '\u001b[48;2;1;2;3m\u001bP$qm\u001b\\\u001b[0m';
const versionQuestion = '\u001b[>0q';
const attributesQuestion = '\u001b[c';

/**
 * Asks the terminal its name, its attributes and whether it keeps 24-bit colours, all in one write. Every terminal answers
 * the attributes, and they are asked last: with them everything is in. The answers come through the input's filter and so
 * never reach the program as keys.
 * @param input in raw mode @param limit milliseconds to wait for a terminal that does not answer
 */
export async function probe(input: Input, write: (text: string) => unknown, limit = 300): Promise<Probe> {
  const result: Probe = { name: null, attributes: [], truecolor: false, answered: false };
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      input.events.off('reply', take);
      resolve(result);
    };
    const take = (reply: Reply): void => {
      result.answered = true;
      if (reply.kind === 'dcs' && reply.text.startsWith('>|')) result.name = reply.text.slice(2);
      // With or without the colour space's place: 48;2;1;2;3 and 48:2::1:2:3.
      if (reply.kind === 'dcs' && /^1\$r.*48[:;]2[:;]+(0[:;])?1[:;]2[:;]3/.test(reply.text)) result.truecolor = true;
      if (reply.kind === 'csi' && reply.text.startsWith('?') && reply.text.endsWith('c')) {
        result.attributes = reply.text.slice(1, -1).split(';').map(Number);
        finish();
      }
    };
    const timer = setTimeout(finish, limit);
    input.events.on('reply', take);
    write(versionQuestion + styleQuestion + attributesQuestion);
  });
}
