import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type PQueue from 'p-queue';
import type { Facts } from '../../core/dataset/model.js';
import type { Decoded } from '../../core/images/decode.js';
import { unreadable } from '../../core/images/facts.js';
import type { ImageData, ImageRequest } from '../../core/images/image-request.js';
import { imagesAtOnce } from '../../core/images/sharp.js';
import { packageRoot } from '../trainers/package-root.js';
import { Children, PictureBreaks, type ChildrenOptions } from './children.js';
import type { Ask, PictureFile } from './protocol.js';

/** What is looked at now goes first, the newest of it before the older; then what may be looked at next; then everything else. */
export type Priority = 'view' | 'ahead' | 'background';

export interface PictureReaderOptions extends Partial<ChildrenOptions> {
  /** Are thumbnails wanted? Asked again each time, as pictures can be switched off. */
  thumbnails?: () => boolean;
  /** How many pictures are opened at once. */
  atOnce?: number;
}

/** Opens pictures in a process of its own, so that no key waits for them and none of them can end the program. */
export class PictureReader {
  /** How many pictures are looked at in the background at once: a place stays free for what is on the screen. */
  readonly atOnce: number;
  private readonly children: Children;
  private queue: Promise<PQueue> | null = null;
  /** Files at which a child ended, as they were then: they are not tried again. */
  private readonly broken = new Map<string, { stamp: string; message: string }>();
  private readonly wanted: () => boolean;
  private readonly openAtOnce: number;
  private turn = 0;

  constructor({ thumbnails = () => true, atOnce = imagesAtOnce, ...options }: PictureReaderOptions = {}) {
    this.openAtOnce = atOnce;
    this.atOnce = Math.max(1, atOnce - 1);
    this.wanted = thumbnails;
    this.children = new Children({
      script: options.script ?? join(packageRoot(), 'dist', 'pictures-child.js'),
      cacheMb: options.cacheMb,
      hangMs: options.hangMs ?? 20_000,
      idleMs: options.idleMs ?? 60_000,
      mostBytes: options.mostBytes ?? 500 * 1024 * 1024,
    });
  }

  /** The processes that open pictures at the moment. */
  get pids(): number[] {
    return this.children.pids;
  }

  /**
   * A picture in the form that is wanted.
   * @param path absolute
   * @param signal takes the request back while it waits for its turn
   * @throws Error with one sentence when it cannot be read
   */
  read(path: string, request: ImageRequest, signal?: AbortSignal, priority: Priority = 'view'): Promise<ImageData> {
    return this.ask({ what: 'read', path, request }, path, priority, signal) as Promise<ImageData>;
  }

  /** What the headers of pictures tell. A file that breaks the reader is told as unreadable, like every other that cannot be read. */
  async facts(paths: readonly string[]): Promise<Facts[]> {
    try {
      const only = paths.length === 1 ? paths[0] : undefined;
      return ((await this.ask({ what: 'facts', paths }, only ?? null, 'background')) as Facts[]).map(shared);
    } catch (error) {
      if (!(error instanceof PictureBreaks)) throw error;
      if (paths.length === 1) return [unreadable(error.message)];
      const middle = paths.length >> 1;
      return [...(await this.facts(paths.slice(0, middle))), ...(await this.facts(paths.slice(middle)))];
    }
  }

  /** What only the pixels tell; the small thumbnail is made on the way. */
  async look(path: string): Promise<Decoded> {
    try {
      return (await this.ask({ what: 'look', path, thumbnail: this.wanted() }, path, 'background')) as Decoded;
    } catch (error) {
      if (error instanceof PictureBreaks) return { transparent: false, error: error.message, broke: true };
      throw error;
    }
  }

  /** Which of the files have no small thumbnail yet; none where thumbnails are not wanted. */
  async lacking(files: readonly PictureFile[]): Promise<boolean[]> {
    if (!this.wanted()) return files.map(() => false);
    return (await this.ask({ what: 'lacking', files }, null, 'background')) as boolean[];
  }

  /** Ends the processes. */
  close(): Promise<void> {
    return this.children.close();
  }

  /** @param file the one file that the question is about; null for many */
  private async ask(ask: Ask, file: string | null, priority: Priority, signal?: AbortSignal): Promise<unknown> {
    this.queue ??= import('p-queue').then(({ default: Queue }) => new Queue({ concurrency: this.openAtOnce }));
    const queue = await this.queue;
    signal?.throwIfAborted();
    // Only while it waits: what has begun keeps its place until the child is done with it.
    const waits = new AbortController();
    const giveUp = (): void => waits.abort(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    const rank = priority === 'view' ? 10 + ++this.turn : priority === 'ahead' ? 1 : 0;
    const task = async (): Promise<unknown> => {
      signal?.removeEventListener('abort', giveUp);
      return file === null ? this.children.ask(ask) : this.askOf(file, ask);
    };
    return queue.add(task, { priority: rank, signal: waits.signal });
  }

  private async askOf(file: string, ask: Ask): Promise<unknown> {
    const known = this.broken.get(file);
    if (known && known.stamp === (await stampOf(file))) throw new PictureBreaks(known.message);
    const stamp = await stampOf(file);
    try {
      return await this.children.ask(ask);
    } catch (error) {
      if (error instanceof PictureBreaks) this.broken.set(file, { stamp, message: error.message });
      throw error;
    }
  }
}

async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found ? `${found.size} ${found.mtimeMs}` : 'gone';
}

const words = new Map<string, string>();

/** Tens of thousands of facts share their words; each came over with its own. */
function shared(facts: Facts): Facts {
  return { ...facts, format: one(facts.format), space: one(facts.space) };
}

function one(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  if (words.size < 100) words.set(word, word);
  return word;
}
