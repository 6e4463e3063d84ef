import { readFile } from 'node:fs/promises';

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

/**
 * When a process of this machine began, on Linux: boot and ticks since. With it a pid that another process has by now is
 * told from the one that had it. Null elsewhere, or when the process has ended.
 */
export async function startOfProcess(pid: number): Promise<string | null> {
  try {
    const [line, boot] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile('/proc/sys/kernel/random/boot_id', 'utf8')]);
    const stat = parseProcessStat(line);
    return stat === null || isOver(stat) ? null : `${boot.trim()} ${stat.started}`;
  } catch {
    return null;
  }
}
