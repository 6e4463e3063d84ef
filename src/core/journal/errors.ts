import { systemSentence } from '../system-error.js';
import { listed } from '../words.js';

/** Files are no longer what a change was made for. Nothing was touched. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  /** @param paths - relative to the workspace */
  constructor(readonly paths: readonly string[]) {
    const [was, it] = paths.length === 1 ? ['was', 'it'] : ['were', 'them'];
    super(`${listed(paths)} ${was} changed by another program in between. Nothing was overwritten; look at ${it} again and repeat.`);
  }
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
