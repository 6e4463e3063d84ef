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
