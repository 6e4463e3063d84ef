import type { Session } from '../../core/session/session.js';
import type { Shown } from '../../core/session/visible.js';

/** What the Dataset screen hangs on. The rest of the session changes far more often, e.g. with every line of a training. */
export type ShownNow = Shown & Pick<Session, 'cursor' | 'findings'>;

/** That part of the session. */
export function shownNow({ dataset, settings, folder, filter, marks, sort, cursor, findings, tokensCounted }: Session): ShownNow {
  return { dataset, settings, folder, filter, marks, sort, cursor, findings, tokensCounted };
}
