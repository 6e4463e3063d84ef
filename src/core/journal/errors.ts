import { printable } from '../printable.js';

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

/** `a.txt`, or `a.txt, b.txt, c.txt and 9 more`. */
export function listed(paths: readonly string[]): string {
  const named = paths.slice(0, 3).map((path) => printable(path)).join(', ');
  return paths.length > 3 ? `${named} and ${paths.length - 3} more` : named;
}
