import { isOver, parseProcessStat, type ProcessStat } from '../../core/process-stat.js';
import type { Host } from '../hosts/host.js';
import { readText } from '../hosts/read-text.js';

/** What `run.sh` wrote about itself. A pid is used again by the system; a pid with its start and boot is not. */
export interface PidFile {
  pid: number;
  /** Field 22 of /proc/PID/stat (clock ticks since boot), or what `ps -o lstart` said with `_` for spaces. */
  started: string;
  /** The kernel's boot id, `-` where there is none. */
  boot: string;
}

/** Reads `PID START BOOT`; null when it is not that. */
export function parsePidFile(text: string): PidFile | null {
  const found = /^(\d+) (\S+) (\S+)\s*$/.exec(text);
  if (!found) return null;
  const [, pid = '', started = '', boot = ''] = found;
  return Number(pid) > 1 ? { pid: Number(pid), started, boot } : null;
}

/** Is the process of this file still there, and no other one that got its number since? A zombie is not there. */
export async function isSameProcess(host: Host, file: PidFile): Promise<boolean> {
  if (!(await sameBoot(host, file))) return false;
  if (!/^\d+$/.test(file.started)) return isSameByPs(host, file);
  const stat = await statOf(host, file.pid);
  return stat !== null && stat.started === file.started && !isOver(stat);
}

/**
 * Does anything of the process's group still run although its leader is gone? Only then can the number belong to
 * nobody else: the system gives no process the number of a group that exists.
 */
export async function groupIsAlive(host: Host, file: PidFile): Promise<boolean> {
  if (!(await sameBoot(host, file))) return false;
  if ((await host.info(`/proc/${file.pid}`)) && !(await isZombie(host, file))) return false;
  return (await host.run(['sh', '-c', findMember, 'sh', String(file.pid)])).code === 0;
}

/** Looks for a process of the group $1 that is no zombie. After the name in brackets come: state, parent, group. */
const findMember = `group=$1
for file in /proc/[0-9]*/stat; do
  { IFS= read -r line <"$file"; } 2>/dev/null || continue
  set -- \${line##*) }
  if [ "$3" = "$group" ] && [ "$1" != Z ]; then exit 0; fi
done
exit 1`;

async function isZombie(host: Host, file: PidFile): Promise<boolean> {
  const stat = await statOf(host, file.pid);
  return stat === null || (stat.started === file.started && isOver(stat));
}

async function statOf(host: Host, pid: number): Promise<ProcessStat | null> {
  return parseProcessStat(await readText(host, `/proc/${pid}/stat`, 4096));
}

async function sameBoot(host: Host, file: PidFile): Promise<boolean> {
  if (file.boot === '-') return true;
  return (await readText(host, '/proc/sys/kernel/random/boot_id', 100)).trim() === file.boot;
}

async function isSameByPs(host: Host, file: PidFile): Promise<boolean> {
  const shown = await host.run(['ps', '-o', 'lstart=', '-p', String(file.pid)]);
  return shown.code === 0 && shown.stdout.trim().replace(/\s+/g, '_') === file.started;
}
