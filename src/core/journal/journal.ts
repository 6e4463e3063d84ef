import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { printable } from '../printable.js';
import { readBlob, storeBlob } from './blobs.js';
import { blame } from './blame.js';
import { carryOut } from './carry-out.js';
import type { Change, Recorded } from './change.js';
import { ChangedMeanwhile, InvalidChange, inWords, NotWritten, WorkspaceBusy } from './errors.js';
import { hashOf, readPlain, removeIfEmpty } from './files.js';
import { dropIntent, listIntents, readIntent, refuseIntent, settleIntent, writeIntent, type Intent } from './intent.js';
import { inverse, madeNow } from './inverse.js';
import { sweepLocks, takeLock } from './lock.js';
import { lineOf, Log, type Entered } from './log.js';
import { fitChange } from './merge-change.js';
import { Fence, journalFolder, makeOwnFolder, refusedPath } from './places.js';
import { rollBack, type Recovery } from './roll-back.js';

/** A writing that was carried out. */
export interface Applied {
  recorded: Recorded;
  /** What was done to the files, merged with what others wrote; for undo and redo the entries as they ran. */
  change: Change;
  /** Files that were not what the change was made for, so that its edit was made on what is there. */
  merged: readonly string[];
  /** Path → SHA-256 of what the writing left there, null = nothing: a watcher knows its own program's writes by it. */
  written: ReadonlyMap<string, string | null>;
}

/** What undo, or redo, would do. */
export interface Outlook {
  recorded: Recorded;
  /** Merged with what was written since. */
  change: Change;
  /** Files that were written since and are merged. */
  merged: readonly string[];
  /** Why it would be refused; null when it would not. */
  refusal: ChangedMeanwhile | null;
}

/** When another program writes in the very moment, the change is merged with that and begun again, so often at most. */
const attempts = 3;

export interface JournalOptions {
  /** Wait for the disk, so that a power cut loses nothing. Default true. */
  fsync?: boolean;
}

/**
 * Opens the journal of a workspace. When a program died in the middle of a change, the files are put back to what they
 * were before it; what was done then is in {@link Journal.recovered}. Nothing is written otherwise.
 *
 * @param root - absolute path of the workspace
 */
export async function openJournal(root: string, options: JournalOptions = {}): Promise<Journal> {
  const journal = new Journal(root, options);
  await journal.open();
  return journal;
}

/**
 * One history of changes for a workspace, on the disk. Several programs may have it open: the lock is held only while
 * a change is being carried out, and what others did is seen then.
 */
export class Journal {
  readonly #folder: string;
  readonly #log: Log;
  readonly #fsync: boolean;
  #recovered: Recovery[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly root: string,
    { fsync = true }: JournalOptions = {},
  ) {
    this.#folder = journalFolder(root);
    this.#log = new Log(this.#folder);
    this.#fsync = fsync;
  }

  /** Changes that were cut short, by this or another program, and rolled back since the journal was opened. */
  get recovered(): readonly Recovery[] {
    return this.#recovered;
  }

  /** What undo and redo would take, as far as this program has seen. */
  get last(): { undo: Recorded | null; redo: Recorded | null } {
    return { undo: shown(this.#log.next('undo')), redo: shown(this.#log.next('redo')) };
  }

  /** Called by {@link openJournal}. */
  async open(): Promise<void> {
    await this.#log.refresh();
    const { pending } = await listIntents(this.#folder);
    if (!pending.some((seq) => !this.#log.has(seq))) return;
    try {
      await this.#locked(async () => {});
    } catch (error) {
      // Another program is at it, or this one may only read: what is there can be looked at all the same, and the next
      // change begins with the recovery anyway.
      const mayOnlyRead = error instanceof NotWritten && ['EACCES', 'EPERM', 'EROFS'].includes(error.code);
      if (!(error instanceof WorkspaceBusy) && !mayOnlyRead) throw error;
    }
  }

  /** All changes, the newest first, undone ones among them. */
  async history(): Promise<Recorded[]> {
    await this.#log.refresh();
    return this.#log.history().map(recordedOf);
  }

  /**
   * Applies a change: all of it, or nothing. Where another program wrote a caption in between, the edit is made on what is
   * there ({@link fitChange}).
   *
   * @throws ChangedMeanwhile naming the files that are not what `before` says and cannot be merged; nothing was touched then
   * @throws InvalidChange when it changes nothing, leads out of the workspace or into Raw, or would leave an empty caption
   * @throws WorkspaceBusy when another program does not let go of the workspace
   * @throws NotWritten when the system refuses, e.g. on a full disk; what was begun was put back
   */
  async apply(change: Change): Promise<Applied> {
    if (change.entries.length === 0) throw new InvalidChange('There is nothing to change.');
    for (const entry of change.entries) {
      // An empty caption stops the trainer (T01). Undoing may bring one back that was there.
      if (entry.kind === 'text' && entry.after === '' && !entry.path.endsWith('.toml')) {
        throw new InvalidChange(`${printable(entry.path)} would be left with 0 bytes, at which the trainer stops.`);
      }
    }
    return this.#locked((seq) => this.#write({ seq, do: 'apply', id: null, change, cleared: [] }));
  }

  /**
   * Undoes the last change that is not undone, or the one named. Renames since then are followed, and what was written
   * since is merged: only what the change did is taken back.
   *
   * @returns null when there is nothing to undo
   * @throws ChangedMeanwhile naming what is in the way; nothing was touched then
   * @throws InvalidChange when there is no such change, or it is undone already
   */
  async undo(id?: string): Promise<Applied | null> {
    return this.#takeBack('undo', id);
  }

  /** Redoes the change undone last, or the one named. As {@link undo}. */
  async redo(id?: string): Promise<Applied | null> {
    return this.#takeBack('redo', id);
  }

  /** What {@link undo} or {@link redo} would do; touches nothing. Null when there is nothing to take. */
  async outlook(direction: 'undo' | 'redo', id?: string): Promise<Outlook | null> {
    await this.#log.refresh();
    const entered = this.#find(direction, id);
    if (!entered) return null;
    const { change, made } = await this.#inverseOf(entered);
    const recorded = { ...recordedOf(entered), undone: direction === 'undo' };
    try {
      const fitted = await fitChange(this.root, change, made);
      return { recorded, change: fitted.change, merged: fitted.merged, refusal: null };
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return { recorded, change, merged: [], refusal: await blame(error, entered, this.#log, this.#folder) };
    }
  }

  /** The change as it was first made; null when there is no such change, or what it did is not kept. Paths are those of then. */
  async change(id: string): Promise<Change | null> {
    await this.#log.refresh();
    const entered = this.#log.get(id);
    const intent = entered && (await readIntent(this.#folder, Number(entered.id)));
    return intent ? { what: intent.what, images: intent.images, entries: intent.entries } : null;
  }

  async #takeBack(direction: 'undo' | 'redo', id?: string): Promise<Applied | null> {
    await this.#log.refresh();
    // Asked before the lock is taken, so that nothing is written into a workspace that has no journal.
    if (!this.#find(direction, id)) return null;
    return this.#locked(async (seq) => {
      const entered = this.#find(direction, id);
      if (!entered) return null;
      const { change, made } = await this.#inverseOf(entered);
      const fence = new Fence(this.root);
      const cleared: string[] = [];
      for (const folder of made) if (refusedPath(folder) === null && (await fence.refusedFolder(folder)) === null) cleared.push(folder);
      const applied = await this.#write({ seq, do: direction, id: entered.id, change, cleared }).catch(async (error: unknown) => {
        throw error instanceof ChangedMeanwhile ? await blame(error, entered, this.#log, this.#folder) : error;
      });
      for (const folder of cleared.toReversed()) await removeIfEmpty(join(this.root, folder));
      return applied;
    });
  }

  #find(direction: 'undo' | 'redo', id: string | undefined): Entered | undefined {
    if (id === undefined) return this.#log.next(direction);
    const entered = this.#log.get(id);
    if (!entered) throw new InvalidChange(`The history has no change ${printable(id)}.`);
    if (entered.undone !== (direction === 'redo')) {
      throw new InvalidChange(`Change ${id} is ${entered.undone ? 'undone already' : 'not undone'}.`);
    }
    return entered;
  }

  async #inverseOf(entered: Entered): Promise<{ change: Change; made: string[] }> {
    const intent = await readIntent(this.#folder, entered.latest);
    if (!intent) throw new InvalidChange(`What change ${entered.id} did is no longer kept.`);
    const later = this.#log.movesAfter(entered.latest);
    return { change: inverse(intent, later), made: madeNow(intent, later) };
  }

  async #write({ seq: first, do: direction, id, change, cleared }: Pick<Intent, 'seq' | 'do' | 'cleared'> & { id: string | null; change: Change }): Promise<Applied> {
    for (let seq = first; ; seq++) {
      const { change: fitted, merged, checked } = await fitChange(this.root, change, cleared);
      const { what, images, entries } = fitted;
      // An undo of which nothing is left to do counts as done; an edit that someone else made already is none of ours.
      if (entries.length === 0 && direction === 'apply') throw new InvalidChange('There is nothing left to change: another program did the same.');
      await this.#keepBlobs(fitted);
      const at = new Date().toISOString();
      const intent: Intent = { seq, do: direction, id: id ?? String(seq), at, what, images, entries, made: checked.made, cleared };
      await writeIntent(this.#folder, intent, this.#fsync);
      try {
        await carryOut(this.root, intent, checked, this.#fsync);
        await this.#log.append(lineOf(intent), this.#fsync);
      } catch (error) {
        await this.#abandon(intent);
        if (error instanceof ChangedMeanwhile && seq - first < attempts - 1) continue;
        throw error;
      }
      // The line is the commit: an intent that cannot be put aside now is by the next writing.
      await settleIntent(this.#folder, seq).catch(() => {});
      const recorded = this.#log.get(intent.id);
      if (!recorded) throw new Error('The journal could not be read back.');
      return { recorded: recordedOf(recorded), change: fitted, merged, written: hashes(fitted) };
    }
  }

  /** Keeps the bytes that undo will need. */
  async #keepBlobs({ entries }: Change): Promise<void> {
    for (const entry of entries) {
      if (entry.kind !== 'blob' || entry.before === null) continue;
      const seen = await readPlain(join(this.root, entry.path));
      // A path that this very change renames, or writes twice, is kept under its hash by whoever made the change.
      if (seen !== null && seen !== 'other' && hashOf(seen.bytes) === entry.before) await storeBlob(this.root, seen.bytes, { fsync: this.#fsync });
      else if (!(await readBlob(this.root, entry.before))) throw new InvalidChange(`The bytes of ${printable(entry.path)} are not kept, so it could not be undone.`);
    }
  }

  async #abandon(intent: Intent): Promise<void> {
    const recovery = await rollBack(this.root, intent, this.#fsync).catch((error: unknown) => {
      throw inWords(error, this.root, 'a part of the change was written, and is put back with the next one');
    });
    if (!recovery) return refuseIntent(this.#folder, intent.seq);
    if (recovery.inTheWay.length > 0) this.#recovered.push(recovery);
    // The line only keeps the number from being used again; on a full disk it does not fit, and the intent must go all the same.
    await this.#log.append({ ...lineOf(intent), do: 'rollback', moves: [] }, this.#fsync).catch(() => {});
    await dropIntent(this.#folder, intent.seq);
  }

  /** Runs one piece of work at a time under the lock, after recovery; `seq` is the next number. */
  #locked<T>(work: (seq: number) => Promise<T>): Promise<T> {
    const run = async () => {
      await makeOwnFolder(this.root, this.#folder);
      await mkdir(this.#folder, { recursive: true });
      const release = await takeLock(this.#folder);
      try {
        return await work(await this.#recover());
      } finally {
        await release();
      }
    };
    const result = this.#queue.then(run, run).catch((error: unknown) => {
      throw inWords(error, this.root);
    });
    this.#queue = result.catch(() => {});
    return result;
  }

  /** Rolls back what was cut short. Gives the next free number. */
  async #recover(): Promise<number> {
    await this.#log.refresh();
    const { pending, last } = await listIntents(this.#folder);
    for (const seq of pending) {
      if (this.#log.has(seq)) {
        await settleIntent(this.#folder, seq);
        continue;
      }
      await sweepLocks(this.#folder);
      const intent = await readIntent(this.#folder, seq);
      const recovery = intent && (await rollBack(this.root, intent, this.#fsync));
      if (!intent || !recovery) {
        await refuseIntent(this.#folder, seq);
        continue;
      }
      this.#recovered.push(recovery);
      await this.#log.append({ ...lineOf(intent), do: 'rollback', moves: [] }, this.#fsync);
      await dropIntent(this.#folder, seq);
    }
    return Math.max(last, this.#log.last) + 1;
  }
}

function recordedOf({ id, at, what, images, undone }: Recorded): Recorded {
  return { id, at, what, images, undone };
}

function shown(entered: Entered | undefined): Recorded | null {
  return entered ? recordedOf(entered) : null;
}

function hashes({ entries }: Change): Map<string, string | null> {
  const written = new Map<string, string | null>();
  for (const entry of entries) {
    if (entry.kind === 'move') continue;
    written.set(entry.path, entry.kind === 'blob' || entry.after === null ? entry.after : hashOf(entry.after));
  }
  return written;
}
