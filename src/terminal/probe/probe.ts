import { through } from '../images/passthrough.js';
import type { Input } from '../input/input.js';
import type { Reply } from '../input/pieces.js';
import { noAnswers, questions, type Answers, type Question } from './questions.js';
import { askTmux, type Tmux } from './tmux.js';

export type { Answers } from './questions.js';

/** What a terminal said about itself, and what tmux and the terminal around it said where there is one. */
export interface Probe extends Answers {
  /** Did it answer at all within the time? */
  answered: boolean;
  /** From the questions to the last answer, in milliseconds; the time that was waited when there was none. */
  ms: number;
  /** Is it a tmux? */
  inTmux: boolean;
  /** What tmux said; null where it cannot be asked, e.g. because it runs on another machine. */
  tmux: Tmux | null;
  /** What the terminal around tmux answered; null when it was not asked or did not answer. */
  outer: Answers | null;
  /** All that was asked, in order. */
  asked: Asked[];
}

/** One question and its answer. */
export interface Asked {
  about: string;
  /** Was it asked of the terminal around tmux? */
  outer: boolean;
  /** As it came, without the introducer; null when none came. */
  answer: string | null;
}

export interface ProbeOptions {
  /** Milliseconds to wait for a terminal that does not answer; unless given as long as the line may need. */
  limit?: number;
  env?: Readonly<Record<string, string | undefined>>;
  /** Ask what only pictures need to know? */
  pictures?: boolean;
}

/** Over ssh the other end may be far away; a terminal that answers nothing is rare. In milliseconds. */
const limits = { here: 300, afar: 1500 };

/**
 * Asks the terminal its name, colours, sizes and what it can draw, all in one write. Every terminal answers the attributes,
 * and they are asked last: with them everything is in. In tmux the terminal around it is asked too, where tmux lets that
 * through; nothing is sent bare there that tmux would show as the pane's title. The answers come through the input's filter
 * and so never reach the program as keys.
 * @param input in raw mode
 */
export async function probe(input: Input, write: (text: string) => unknown, options: ProbeOptions = {}): Promise<Probe> {
  const { env = process.env, pictures = true } = options;
  const { limit = env['SSH_CONNECTION'] || env['SSH_TTY'] ? limits.afar : limits.here } = options;
  const asked: Asked[] = [];
  const inMultiplexer = Boolean(env['TMUX'] || env['STY']) || /^(tmux|screen)/.test(env['TERM'] ?? '');
  const isScreen = Boolean(env['STY']) || (!env['TMUX'] && /^screen/.test(env['TERM'] ?? ''));
  const first = questions.filter(({ kind }) => {
    // The Linux console and GNU screen would show such strings, or hand them on.
    if (kind === 'apc') return pictures && !inMultiplexer && env['TERM'] !== 'linux';
    return kind !== 'dcs' || !isScreen;
  });
  const [{ answers, answered, ms }, tmux] = await Promise.all([
    ask(input, first, limit, asked, false, write),
    env['TMUX'] ? askTmux(env, limit) : null,
  ]);
  const inTmux = Boolean(env['TMUX']) || /^tmux/i.test(answers.name ?? '');
  const result: Probe = { ...answers, answered, ms, inTmux, tmux, outer: null, asked };
  if (inTmux && answered && pictures && (tmux?.passthrough ?? true)) {
    // A tmux on another machine cannot be asked whether it lets anything through: so much longer than it took by itself.
    const wait = tmux ? limit : Math.min(limit, 100 + 3 * ms);
    const outer = await ask(input, questions, wait, asked, true, write);
    if (outer.answered) result.outer = outer.answers;
  }
  return result;
}

interface Outcome {
  answers: Answers;
  answered: boolean;
  ms: number;
}

function ask(input: Input, list: readonly Question[], limit: number, asked: Asked[], outer: boolean, write: (text: string) => unknown): Promise<Outcome> {
  const answers = noAnswers();
  const open = list.map((question): { question: Question; asked: Asked } => ({ question, asked: { about: question.about, outer, answer: null } }));
  asked.push(...open.map((one) => one.asked));
  const start = performance.now();
  return new Promise((resolve) => {
    let answered = false;
    const finish = (): void => {
      clearTimeout(timer);
      input.events.off('reply', take);
      resolve({ answers, answered, ms: performance.now() - start });
    };
    const take = (reply: Reply): void => {
      const found = open.find(({ question }) => question.take(reply, answers));
      if (!found) return;
      answered = true;
      found.asked.answer = reply.text;
      if (found.question === list.at(-1)) finish();
    };
    const timer = setTimeout(finish, limit);
    input.events.on('reply', take);
    write(list.map(({ sequence }) => (outer ? through(sequence) : sequence)).join(''));
  });
}
