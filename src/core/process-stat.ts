/** What Linux tells of a process in a line of `/proc/PID/stat`. */
export interface ProcessStat {
  /** One letter: `R`, `S`, …; `Z` and `X` for one that has ended. */
  state: string;
  /** Clock ticks between the machine's start and its own. A pid is used again by the system; a pid with its start is not. */
  started: string;
}

/** Reads a line of `/proc/PID/stat`; null when it is none. */
export function parseProcessStat(line: string): ProcessStat | null {
  // The name of the program stands in brackets and may hold anything; the fields begin behind the last one.
  const fields = line.slice(line.lastIndexOf(')') + 1).trim().split(/\s+/);
  const [state, started] = [fields[0], fields[19]];
  return state && started ? { state, started } : null;
}

/** Has the process ended, so that only its number is left until its parent takes note? */
export function isOver({ state }: ProcessStat): boolean {
  return state === 'Z' || state === 'X';
}
