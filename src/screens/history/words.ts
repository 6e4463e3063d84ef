import type { Outlook } from '../../core/journal/journal.js';
import type { Recorded } from '../../core/journal/change.js';
import { counted, dateTime } from '../../core/words.js';

/** When a change was made, on this machine's clock: `14:05` today, `11-23 14:05` this year, else with the year. */
export function when(at: string, now = new Date()): string {
  const text = dateTime(Date.parse(at));
  const today = dateTime(now.getTime());
  if (text.slice(0, 10) === today.slice(0, 10)) return text.slice(11);
  return text.slice(0, 4) === today.slice(0, 4) ? text.slice(5) : text;
}

/** What is said of a list of changes: `12 changes, 1 of them undone`. */
export function summary(changes: readonly Recorded[]): string {
  const undone = changes.filter((change) => change.undone).length;
  return counted(changes.length, 'change') + (undone > 0 ? `, ${undone} of them undone` : '');
}

/** What taking a change back, or bringing it back, would do, above its lines. */
export function lead({ change, merged }: Pick<Outlook, 'change' | 'merged'>): string {
  const kept = merged.length === 0 ? '' : `; what was written since stays, in ${merged.length === 1 ? 'one' : merged.length} of them`;
  return `${counted(change.entries.length, 'file', 'changes', 'change')}${kept}`;
}
