import { relative } from 'node:path';
import { printable } from '../printable.js';
import { listed } from '../words.js';

/** Files are no longer what a change was made for. Nothing was touched. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  /** @param paths - relative to the workspace */
  constructor(readonly paths: readonly string[]) {
    super(`${listed(paths)} ${paths.length === 1 ? 'is' : 'are'} not as this change expects. Nothing was changed.`);
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
export function inWords(error: unknown, root: string): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  // A file that is about to take another's place bears a name of its own, which says nothing to a person.
  const shown = path === undefined ? '' : relative(root, path).replace(/(^|\/)\.loradeck-\d+-\d+\.tmp$/, '');
  const place = shown === '' ? 'the workspace' : printable(shown);
  return new NotWritten(`Nothing was changed: ${whyNotWritten(code, place)}.`, code);
}

function whyNotWritten(code: string, place: string): string {
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'your share of the disk is used up';
    case 'EROFS':
      return 'the workspace lies on a disk that cannot be written to';
    case 'EACCES':
    case 'EPERM':
      return `you may not write ${place}`;
    default:
      return `${place} cannot be written (${code})`;
  }
}
