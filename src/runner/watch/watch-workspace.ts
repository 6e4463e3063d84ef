import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { foldersToWatch } from './folders.js';
import { isRemote } from './remote.js';

/** What was heard: paths relative to the workspace, with `/`, in which something changed; `all` = look everywhere. */
export type News = readonly string[] | 'all';

export interface WatchOptions {
  /** A file counts as written when nothing was heard of it for so long, in milliseconds. */
  quietMs?: number;
  /** How long to wait at least between two looks at everything where the system tells nothing, in milliseconds. */
  pollMs?: number;
  /** Watches one folder; the system's own unless given. */
  watchFolder?: typeof watch;
  remote?: typeof isRemote;
}

/** A look at everything may take this share of the time at most. */
const share = 0.05;

/** So much does the system remember to tell; what is more may be lost, so that everything is looked at after so many messages in a row. */
const burst = 16_384;

/** So many folders are taken up at once; keys come in between. */
const foldersAtOnce = 16;

/**
 * Watches a workspace for what other programs write, by one watch of the system for each folder, so that its cost depends on
 * the folders and not on how many files lie in them. Where the system has no more watches to give, or other machines may write, it asks for
 * a look at everything now and then.
 */
export class WorkspaceWatch {
  private readonly options: Required<WatchOptions>;
  private root: string | null = null;
  private readonly watchers = new Map<string, FSWatcher>();
  /** When something was last heard of a path. */
  private heard = new Map<string, number>();
  private all = false;
  private messages = 0;
  private timer: NodeJS.Timeout | null = null;
  private polling: NodeJS.Timeout | null = null;
  private following: Promise<void> = Promise.resolve();
  private telling = false;

  /**
   * @param tell is told what to look at, and called again only when it is done
   * @param trouble is told once, in one sentence, that the system cannot watch
   */
  constructor(
    private readonly tell: (news: News) => Promise<void>,
    private readonly trouble: (sentence: string) => void,
    { quietMs = 150, pollMs = 5000, watchFolder = watch, remote = isRemote }: WatchOptions = {},
  ) {
    this.options = { quietMs, pollMs, watchFolder, remote };
  }

  /** Watches this workspace, as its folders are now, and no other. Called again when folders may have come or gone. */
  follow(root: string): Promise<void> {
    if (root !== this.root) this.stop();
    const isNew = root !== this.root;
    this.root = root;
    this.following = this.following.then(() => this.take(root, isNew)).catch(() => {});
    return this.following;
  }

  /** Watches nothing any more. */
  async close(): Promise<void> {
    this.stop();
    this.root = null;
    await this.following;
  }

  private stop(): void {
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
    this.heard.clear();
    this.all = false;
    for (const timer of [this.timer, this.polling]) if (timer) clearTimeout(timer);
    this.timer = this.polling = null;
  }

  private async take(root: string, isNew: boolean): Promise<void> {
    if (isNew && (await this.options.remote(root)) && root === this.root) this.poll(0);
    const folders = new Set(await foldersToWatch(root));
    if (root !== this.root) return;
    for (const [folder, watcher] of this.watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    const fresh = [...folders].filter((folder) => !this.watchers.has(folder));
    for (const [at, folder] of fresh.entries()) {
      if (at % foldersAtOnce === foldersAtOnce - 1) await breathe();
      if (root !== this.root || !this.add(root, folder)) return;
    }
    // What was put into a new folder before it was watched was heard by nobody.
    if (!isNew && fresh.length > 0) this.hear(null);
  }

  /** False when the system gives no more watches. */
  private add(root: string, folder: string): boolean {
    const failed = (error: NodeJS.ErrnoException) => {
      this.watchers.get(folder)?.close();
      this.watchers.delete(folder);
      return error.code === 'ENOSPC' || error.code === 'EMFILE' ? this.giveUp(error.code) : true;
    };
    try {
      const watcher = this.options.watchFolder(join(root, folder), { persistent: false }, (_event, name) => {
        if (root === this.root) this.hear(name === null ? null : folder === '' ? name : `${folder}/${name}`);
      });
      watcher.on('error', (error) => void failed(error));
      this.watchers.set(folder, watcher);
      return true;
    } catch (error) {
      return failed(error as NodeJS.ErrnoException);
    }
  }

  private giveUp(code: string): false {
    if (this.polling) return false;
    const setting = code === 'EMFILE' ? 'fs.inotify.max_user_instances' : 'fs.inotify.max_user_watches';
    this.trouble(`The system has no more file watches to give (${setting}): what other programs write is seen some seconds later.`);
    this.poll(0);
    return false;
  }

  /** @param took how long the last look took */
  private poll(took: number): void {
    this.polling = setTimeout(() => {
      const { root } = this;
      const start = performance.now();
      void this.tellOnce('all').then(() => root !== null && root === this.root && this.poll(performance.now() - start));
    }, Math.max(this.options.pollMs, took / share)).unref();
  }

  /** @param path null = the system does not say which */
  private hear(path: string | null): void {
    if (path === null || ++this.messages >= burst) this.all = true;
    // Hidden files are passed over by the trainer; our own writes begin as such.
    if (path !== null && /(^|\/)\.[^/]*$/.test(path)) return;
    if (path !== null) this.heard.set(path, performance.now());
    this.wake();
  }

  private wake(): void {
    this.timer ??= setTimeout(() => void this.flush(), this.options.quietMs).unref();
  }

  /** Tells what has been quiet for long enough; once all of it is, everything is looked at where that is asked for. */
  private async flush(): Promise<void> {
    const still = performance.now() - this.options.quietMs;
    const paths = [...this.heard].filter(([, at]) => at <= still).map(([path]) => path);
    for (const path of paths) this.heard.delete(path);
    const isOver = this.heard.size === 0;
    const news: News = this.all && isOver ? 'all' : paths;
    if (isOver) {
      this.all = false;
      this.messages = 0;
    }
    if (news.length > 0) await this.tellOnce(news);
    this.timer = null;
    if (this.heard.size > 0 || this.all) this.wake();
  }

  /** What cannot be told now, as something is being looked at, is told as a whole later. */
  private async tellOnce(news: News): Promise<void> {
    if (this.telling) {
      if (news === 'all') this.all = true;
      else for (const path of news) this.heard.set(path, 0);
      return;
    }
    this.telling = true;
    try {
      await this.tell(news);
    } finally {
      this.telling = false;
    }
  }
}
