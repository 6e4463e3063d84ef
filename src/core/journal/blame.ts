import type { Entry } from './change.js';
import { ChangedMeanwhile } from './errors.js';
import { readIntent } from './intent.js';
import type { Entered, Log } from './log.js';
import { follow } from './steps.js';

/** So many later changes are looked through, the latest first. */
const searched = 100;

/**
 * Says which later change of the history is in the way of taking an older one back, where it is one of those.
 *
 * @returns the same refusal in better words
 */
export async function blame(error: ChangedMeanwhile, { latest }: Entered, log: Log, folder: string): Promise<ChangedMeanwhile> {
  const [first] = error.inTheWay;
  let last: Pick<Entered, 'id' | 'what'> | null = null;
  for (const { seq, id, what } of log.after(latest).toReversed().slice(0, searched)) {
    const since = log.movesAfter(seq);
    const intent = await readIntent(folder, seq);
    for (const entry of intent?.entries ?? []) {
      if (follow(entry.kind === 'move' ? entry.to : entry.path, since) !== first?.path) continue;
      last ??= { id, what };
      if (takes(entry, first.was)) return new ChangedMeanwhile(error.inTheWay, { id, what });
    }
  }
  return last ? new ChangedMeanwhile(error.inTheWay, last) : error;
}

/** Is it this entry that made a tag, sentence or line into something else? */
function takes(entry: Entry, was: string | undefined): boolean {
  return was !== undefined && entry.kind === 'text' && entry.before?.includes(was) === true && entry.after?.includes(was) !== true;
}
