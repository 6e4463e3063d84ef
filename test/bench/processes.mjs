// What a process and all that it started have used, read from /proc: the benches that need it need Linux.
import { readFile, readdir } from 'node:fs/promises';

/** The system counts CPU for programs in these, whatever it counts in itself. */
const msPerTick = 10;

/** The process and all that come from it and still run, itself first. @param {number} pid */
export async function processTree(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')));
  const children = lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(children.map(processTree))).flat()];
}

/** Milliseconds of CPU that one process used, with its children that have ended. In steps of 10. 0 when it is gone. @param {number} pid */
export async function cpuOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) * msPerTick;
}

/** The same of a process and all that come from it. @param {number} pid */
export async function cpuOfTree(pid) {
  const all = await Promise.all((await processTree(pid)).map(cpuOf));
  return all.reduce((sum, one) => sum + one, 0);
}

/** Megabytes that a process holds, each page that it shares counted by its share (PSS). 0 when it is gone. @param {number} pid */
export async function memoryOf(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}

/** Megabytes of a process, and of all that it started together. @param {number} pid */
export async function memoryOfTree(pid) {
  const [main, ...children] = await Promise.all((await processTree(pid)).map(memoryOf));
  return { main, children: children.reduce((sum, one) => sum + one, 0) };
}
