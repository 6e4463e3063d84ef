import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clockTick } from '../clock-tick.js';
import type { Facts, Picture } from '../dataset/model.js';
import { cacheFolder } from '../own-folders.js';
import type { Decoded } from './decode.js';

/** What was once read of a picture file, as long as its time and size are the same. */
interface Kept {
  bytes: number;
  mtimeMs: number;
  facts?: Facts;
  decoded?: Decoded;
}

/** Raise when what is read of a picture changes, so that old files are passed over. */
const version = 2;

/** What is known of the pictures of one workspace, kept between sessions in the user's cache folder. */
export class FactsCache {
  #kept: Map<string, Kept>;
  #changed = false;

  private constructor(
    readonly file: string,
    kept: Map<string, Kept>,
  ) {
    this.#kept = kept;
  }

  /** Opens the cache of a workspace; one that is missing or damaged is empty. @param root absolute */
  static async open(root: string): Promise<FactsCache> {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 24);
    const file = join(cacheFolder(), 'facts', `${name}.json`);
    try {
      const read = JSON.parse(await readFile(file, 'utf8')) as { version?: unknown; kept?: unknown };
      const usable = read.version === version && typeof read.kept === 'object' && read.kept !== null;
      return new FactsCache(file, new Map(usable ? Object.entries(read.kept as Record<string, Kept>) : []));
    } catch {
      return new FactsCache(file, new Map());
    }
  }

  /** The facts kept of a picture; undefined when there are none of the file as it is now. */
  facts(picture: Picture): Facts | undefined {
    return this.#find(picture)?.facts;
  }

  /** The same of what decoding told. */
  decoded(picture: Picture): Decoded | undefined {
    return this.#find(picture)?.decoded;
  }

  /** Keeps what was read of a picture, unless its file is so new that it may change unseen. */
  keep(picture: Picture, what: Pick<Kept, 'facts' | 'decoded'>): void {
    const { path, bytes, mtimeMs } = picture;
    if (mtimeMs > Date.now() - clockTick) return;
    this.#kept.set(path, { ...this.#find(picture), bytes, mtimeMs, ...what });
    this.#changed = true;
  }

  /** Writes what was learnt; pictures that are gone are dropped. A cache that cannot be written is no error. */
  async save(pictures: readonly Picture[]): Promise<void> {
    if (!this.#changed) return;
    // What is learnt while the file is written asks for another save.
    this.#changed = false;
    const there = new Set(pictures.map(({ path }) => path));
    const kept = Object.fromEntries([...this.#kept].filter(([path]) => there.has(path)));
    try {
      const { default: write } = await import('write-file-atomic');
      await mkdir(dirname(this.file), { recursive: true });
      await write(this.file, JSON.stringify({ version, kept }), { fsync: false });
    } catch {
      // The next session reads the pictures again.
      this.#changed = true;
    }
  }

  #find({ path, bytes, mtimeMs }: Picture): Kept | undefined {
    const found = this.#kept.get(path);
    return found?.bytes === bytes && found.mtimeMs === mtimeMs ? found : undefined;
  }
}
