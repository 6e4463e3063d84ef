import { printable } from '../printable.js';
import { systemSentence } from '../system-error.js';
import { counted, listed } from '../words.js';

/** A file that a change cannot be made on, and why. */
export interface InTheWay {
  /** Relative to the workspace. */
  path: string;
  /** The clause that says it, naming the file, e.g. `in 1_a/x.txt “day” is “dusk” by now`. Null when nothing more is known than that it changed. */
  why: string | null;
  /** What is no longer there as it was: a tag, a sentence or a line. */
  was?: string;
}

/** Files are no longer what a change was made for, and it cannot be merged with what they are. Nothing was touched. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  readonly paths: readonly string[];

  /**
   * @param by - what is known to have changed the first of the files: an entry of the history
   */
  constructor(
    readonly inTheWay: readonly InTheWay[],
    by: { id: string; what: string } | null = null,
  ) {
    super(sentence(inTheWay, by));
    this.paths = inTheWay.map(({ path }) => path);
  }
}

function sentence(inTheWay: readonly InTheWay[], by: { id: string; what: string } | null): string {
  const paths = inTheWay.map(({ path }) => path);
  const [was, it] = paths.length === 1 ? ['was', 'it'] : ['were', 'them'];
  const why = inTheWay.find((one) => one.why !== null)?.why ?? null;
  const others = paths.length > 1 ? `, and ${counted(paths.length - 1, 'more file', 'is', 'are')} in the way` : '';
  if (by) return `${upperFirst(why ?? `${listed(paths)} ${was} changed since`)}, by change ${printable(by.id)} (${printable(by.what)})${why === null ? '' : others}; nothing was written.`;
  if (why !== null) return `${upperFirst(why)}${others}; nothing was written.`;
  return `${listed(paths)} ${was} changed by another program in between. Nothing was overwritten; look at ${it} again and repeat.`;
}

/** A file's name keeps its spelling. */
function upperFirst(clause: string): string {
  return clause.startsWith('in ') ? `I${clause.slice(1)}` : clause;
}

/** A change that may not be applied whatever the files hold: a path outside the workspace, in Raw, through a link, … */
export class InvalidChange extends Error {
  override readonly name = 'InvalidChange';
}

/** Another program holds the lock of the workspace. */
export class WorkspaceBusy extends Error {
  override readonly name = 'WorkspaceBusy';
}

/** The system would not let a change be written. What was begun was put back. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
  /** @param code - the system's, e.g. `ENOSPC` */
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** An error of the system as one sentence about the workspace; every other error as it is. */
export function inWords(error: unknown, root: string, outcome?: string): unknown {
  const sentence = systemSentence(error, root, outcome);
  return sentence === null ? error : new NotWritten(sentence, (error as NodeJS.ErrnoException).code ?? '');
}
