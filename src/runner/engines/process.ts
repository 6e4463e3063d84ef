import type { Host } from '../hosts/host.js';
import { readText } from '../hosts/read-text.js';
import type { Engine, EngineStatus, StopSignal } from './engine.js';
import { groupIsAlive, isSameProcess, parsePidFile } from './process-identity.js';

const signalNames: Record<StopSignal, string> = { interrupt: 'INT', terminate: 'TERM', kill: 'KILL' };

/** How long `run.sh` may take to write its pid, and how long a prepared run counts as waiting for it. */
const startLimitMs = 10_000;

/**
 * Carries a run as a detached process in a session of its own. It outlives this program and the terminal, and what is
 * known about it lies in the run's folder: any later session sees the same.
 */
export function processEngine(): Engine {
  return { name: 'process', submit, status, signal };
}

/** @throws Error with one sentence when the machine could not start the script */
async function submit(host: Host, folder: string): Promise<void> {
  const started = await host.run(['setsid', '-f', 'sh', 'run.sh'], { cwd: folder, timeoutMs: startLimitMs });
  if (started.code !== 0) {
    throw new Error(`The run could not be started on ${host.name}: ${started.stderr.trim() || 'setsid failed'}.`);
  }
  const end = Date.now() + startLimitMs;
  while ((await host.read(`${folder}/pid`)).length === 0) {
    if (Date.now() > end) throw new Error(`The run's script did not start on ${host.name} within ten seconds.`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function status(host: Host, folder: string): Promise<EngineStatus> {
  const pidFile = parsePidFile(await readText(host, `${folder}/pid`));
  const before = await exitCode(host, folder);
  if (before !== null) return { state: 'ended', exit: before, pid: pidFile?.pid ?? null };
  if (!pidFile) return unstarted(host, folder);
  if ((await isSameProcess(host, pidFile)) || (await groupIsAlive(host, pidFile))) {
    return { state: 'running', exit: null, pid: pidFile.pid };
  }
  // It may have ended between the two looks.
  const after = await exitCode(host, folder);
  if (after !== null) return { state: 'ended', exit: after, pid: pidFile.pid };
  return { state: 'gone', exit: null, pid: pidFile.pid };
}

/** A run without a pid is about to start, unless its starter died long ago. */
async function unstarted(host: Host, folder: string): Promise<EngineStatus> {
  const script = await host.info(`${folder}/run.sh`);
  const fresh = script !== null && Date.now() - script.mtimeMs < startLimitMs;
  return { state: fresh ? 'waiting' : 'gone', exit: null, pid: null };
}

async function signal(host: Host, folder: string, which: StopSignal): Promise<void> {
  const now = await status(host, folder);
  if (now.state !== 'running' || now.pid === null) return;
  await host.run(['sh', '-c', 'kill -s "$1" -- "-$2"', 'sh', signalNames[which], String(now.pid)]);
}

async function exitCode(host: Host, folder: string): Promise<number | null> {
  const found = (await readText(host, `${folder}/exit`)).trim();
  return /^\d+$/.test(found) ? Number(found) : null;
}
