import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, rmdir, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../printable.js';
import { startOfProcess } from '../process-stat.js';
import { WorkspaceBusy } from './errors.js';

/** Who holds a lock. */
interface Owner {
  pid: number;
  /** Name of the machine and, where there is one, of the process namespace: a pid means nothing outside it. */
  host: string;
  /** When the process began, as the system counts it, so that a reused pid is not taken for it. Null when not known. */
  started: string | null;
  at: string;
}

/** Lets go of the lock. */
export type Release = () => Promise<void>;

/** A holder on another machine is taken for dead when it has not touched its lock for this long. */
const silence = 30_000;
const heartbeat = 5_000;

/**
 * Takes the lock of a workspace: a folder `lock` with one file in it, named by a token and telling the owner. It comes
 * into being whole, by renaming a prepared folder, which fails as long as another's file is in the way. A dead owner's
 * lock is broken by unlinking that owner's very file; so nobody can break a lock that has changed hands meanwhile.
 *
 * @param folder - the journal's folder
 * @param patience - milliseconds to wait for a living holder
 * @throws WorkspaceBusy when it is still held then
 */
export async function takeLock(folder: string, patience = 10_000): Promise<Release> {
  const token = randomBytes(8).toString('hex');
  const mine = join(folder, `lock-${token}`);
  const lock = join(folder, 'lock');
  const owner: Owner = { ...(await self()), at: new Date().toISOString() };
  await mkdir(mine, { recursive: true });
  try {
    await writeFile(join(mine, `${token}.json`), JSON.stringify(owner));
    await moveIn(mine, lock, patience);
  } catch (error) {
    await rm(mine, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
  return holding(lock, token);
}

/** Renames the prepared folder into place as soon as nobody living holds the lock. */
async function moveIn(mine: string, lock: string, patience: number): Promise<void> {
  const end = performance.now() + patience;
  for (let wait = 2; ; wait = Math.min(wait * 1.5, 50)) {
    if (await renamed(mine, lock)) return;
    const holder = await holderOf(lock);
    if (holder && (await isDead(holder, lock))) {
      await unlink(join(lock, holder.file)).catch(() => {});
      continue;
    }
    if (performance.now() > end) {
      const who = holder?.owner ? `process ${holder.owner.pid} on ${printable(holder.owner.host.split(' ')[0] ?? '')}` : 'another program';
      throw new WorkspaceBusy(`The workspace is being changed by ${who}; try again when it is done.`);
    }
    await sleep(wait + Math.random() * wait);
  }
}

/** Sweeps away what programs left that died while taking the lock. Called by who holds it. */
export async function sweepLocks(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => /^lock-[0-9a-f]{16}$/.test(name));
  for (const name of left) {
    const path = join(folder, name);
    const holder = await holderOf(path);
    if (holder && (await isDead(holder, path))) await rm(path, { recursive: true, force: true });
  }
}

function holding(lock: string, token: string): Release {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => {});
  }, heartbeat);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await unlink(join(lock, `${token}.json`)).catch(() => {});
    // Fails, rightly, when another program has put its own folder here in the meantime.
    await rmdir(lock).catch(() => {});
  };
}

/** True when the lock is ours now; false when it is held. An empty folder, an owner's that is letting go, is replaced. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false;
    throw error;
  }
}

interface Holder {
  file: string;
  /** Null when its file cannot be read. */
  owner: Owner | null;
}

async function holderOf(lock: string): Promise<Holder | null> {
  const file = (await readdir(lock).catch(() => [])).find((name) => name.endsWith('.json'));
  if (file === undefined) return null;
  try {
    const owner: unknown = JSON.parse(await readFile(join(lock, file), 'utf8'));
    return { file, owner: isOwner(owner) ? owner : null };
  } catch {
    return { file, owner: null };
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, started } = value as Partial<Record<keyof Owner, unknown>>;
  return Number.isSafeInteger(pid) && typeof host === 'string' && (started === null || typeof started === 'string');
}

async function isDead({ owner }: Holder, lock: string): Promise<boolean> {
  const me = await self();
  if (owner?.host === me.host) {
    return !isRunning(owner.pid) || (owner.started !== null && owner.started !== (await startOfProcess(owner.pid)));
  }
  // Both times are the file system's own, so that clocks that differ between machines do no harm.
  const probe = join(dirname(lock), `lock-now-${randomBytes(8).toString('hex')}`);
  await writeFile(probe, '').catch(() => {});
  const [held, here] = await Promise.all([lstat(lock).catch(() => null), lstat(probe).catch(() => null)]);
  await unlink(probe).catch(() => {});
  return held !== null && here !== null && here.mtimeMs - held.mtimeMs > silence;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

let identity: Promise<Pick<Owner, 'pid' | 'host' | 'started'>> | null = null;

function self(): Promise<Pick<Owner, 'pid' | 'host' | 'started'>> {
  identity ??= (async () => {
    const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
    return { pid: process.pid, host: `${hostname()} ${namespace}`.trim(), started: await startOfProcess(process.pid) };
  })();
  return identity;
}
