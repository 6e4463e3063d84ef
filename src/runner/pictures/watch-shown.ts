import { stat } from 'node:fs/promises';
import type { FSWatcher } from 'chokidar';
import type { PictureFile } from './protocol.js';

/** What a file is like now: its size in bytes and the time of its last change; null when it is gone. */
export type FileNow = Pick<PictureFile, 'bytes' | 'mtimeMs'> | null;

export interface WatchOptions {
  /** Files are watched once they were in view for so long, in milliseconds. */
  restMs?: number;
  /** A file counts as written when it stayed the same for so long, in milliseconds. */
  quietMs?: number;
}

/** So many files are handed to the watcher at once; keys come in between. */
const addedAtOnce = 16;

/** How often files are looked at where the system has no more watches to give, in milliseconds. */
const pollMs = 2000;

/**
 * Watches the files of the pictures that are in view, and only those, so that its cost does not grow with the workspace. What
 * another program did to a file while it was out of view is seen when it comes into view.
 */
export class ShownFiles {
  private readonly restMs: number;
  private readonly quietMs: number;
  /** Those in view, as they were when they were read or told of last. */
  private files = new Map<string, FileNow>();
  private watched: ReadonlySet<string> = new Set();
  private readonly looking = new Set<string>();
  /** Those of which something was heard since they were looked at. */
  private readonly stirred = new Set<string>();
  private watcher: FSWatcher | null = null;
  private timer: NodeJS.Timeout | null = null;
  private polls = false;
  private closed = false;

  /** @param tell is told the absolute path of a file that is not as it was, once it is whole */
  constructor(
    private readonly tell: (path: string, now: FileNow) => void,
    { restMs = 300, quietMs = 150 }: WatchOptions = {},
  ) {
    this.restMs = restMs;
    this.quietMs = quietMs;
  }

  /** What is in view from now on, and as what it was read. */
  show(files: readonly PictureFile[]): void {
    const before = this.files;
    // A size and time of 0 is how a file that is not there was read.
    this.files = new Map(files.map(({ path, bytes, mtimeMs }) => [path, mtimeMs === 0 ? null : { bytes, mtimeMs }]));
    for (const [path, now] of this.files) if (this.watched.has(path) && !same(now, before.get(path) ?? null)) void this.look(path);
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow().catch(() => {}), this.restMs).unref();
  }

  /** Watches nothing any more. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.watcher?.close();
  }

  /** A fresh watcher for each view costs a fraction of one that is told what to leave out, and its first look tells what changed before. */
  private async follow(): Promise<void> {
    const wanted = new Set(this.files.keys());
    if (this.closed || (wanted.size === this.watched.size && [...wanted].every((path) => this.watched.has(path)))) return;
    this.watched = wanted;
    const { watch } = await import('chokidar');
    void this.watcher?.close();
    if (this.closed || this.watched !== wanted) return;
    const watcher = watch([], { persistent: false, alwaysStat: true, depth: 0, ...(this.polls && { backend: 'polling', pollingInterval: pollMs, pollingBinaryInterval: pollMs }) });
    this.watcher = watcher;
    watcher.on('all', (_event, path, stats) => {
      const known = this.files.get(path);
      if (known === undefined || (stats && same(known, { bytes: stats.size, mtimeMs: stats.mtimeMs }))) return;
      void this.look(path);
    });
    watcher.on('error', () => this.failed(watcher));
    const paths = [...wanted];
    for (let at = 0; at < paths.length && this.watcher === watcher && !watcher.closed; at += addedAtOnce) {
      watcher.add(paths.slice(at, at + addedAtOnce));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The system gives no more watches: the files are looked at now and then. */
  private failed(watcher: FSWatcher): void {
    if (watcher !== this.watcher || this.polls || this.closed) return;
    this.polls = true;
    this.watched = new Set();
    void this.follow().catch(() => {});
  }

  /** Waits until a file stays as it is, and tells it when that is not as it was. */
  private async look(path: string): Promise<void> {
    this.stirred.add(path);
    if (this.looking.has(path)) return;
    this.looking.add(path);
    try {
      let now = await stampOf(path);
      for (let before: FileNow | undefined; before === undefined || !same(before, now) || this.stirred.has(path); ) {
        before = now;
        this.stirred.delete(path);
        await new Promise((resolve) => setTimeout(resolve, this.quietMs).unref());
        now = await stampOf(path);
      }
      const known = this.files.get(path);
      if (this.closed || known === undefined || same(known, now)) return;
      this.files.set(path, now);
      this.tell(path, now);
    } finally {
      this.looking.delete(path);
    }
  }
}

async function stampOf(path: string): Promise<FileNow> {
  const found = await stat(path).catch(() => null);
  return found && { bytes: found.size, mtimeMs: found.mtimeMs };
}

function same(a: FileNow, b: FileNow): boolean {
  return a?.bytes === b?.bytes && a?.mtimeMs === b?.mtimeMs;
}
