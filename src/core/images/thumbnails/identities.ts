import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { clockTick } from '../../clock-tick.js';

/** By what a file is taken for the same as before: its size in bytes and the time of its last change. */
export interface Stamp {
  bytes: number;
  mtimeMs: number;
}

interface Kept extends Stamp {
  identity: string;
}

/** What was learnt waits this many milliseconds to be written together. */
const writeMs = 500;

/**
 * Which content each file had, so that a file that is known is not read to find its thumbnail. One file of lines for each
 * folder of pictures, to which is only appended: a crash costs no more than what was learnt last.
 */
export class Identities {
  private readonly folders = new Map<string, Promise<Map<string, Kept>>>();
  private readonly waiting = new Map<string, string[]>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @param folder where the lists lie, absolute */
  constructor(private readonly folder: string) {}

  /** The identity of a file as it is now; undefined when it is not known. @param path absolute */
  async find(path: string, { bytes, mtimeMs }: Stamp): Promise<string | undefined> {
    const kept = (await this.list(dirname(path))).get(basename(path));
    return kept?.bytes === bytes && kept.mtimeMs === mtimeMs ? kept.identity : undefined;
  }

  /** Keeps a file's identity, unless it is so new that it may change unseen. Gives the one that it had before, where that is another. */
  async keep(path: string, { bytes, mtimeMs }: Stamp, identity: string): Promise<string | undefined> {
    const folder = dirname(path);
    const list = await this.list(folder);
    const name = basename(path);
    const before = list.get(name)?.identity;
    if (mtimeMs <= Date.now() - clockTick) {
      list.set(name, { bytes, mtimeMs, identity });
      const lines = this.waiting.get(folder) ?? [];
      lines.push(lineOf(name, { bytes, mtimeMs, identity }));
      this.waiting.set(folder, lines);
      this.timer ??= setTimeout(() => void this.write(), writeMs).unref();
    }
    return before === identity ? undefined : before;
  }

  /** Writes what was learnt. A list that cannot be written is no error: the files are read again. */
  async write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batches = [...this.waiting];
    this.waiting.clear();
    for (const [folder, lines] of batches) {
      try {
        await mkdir(this.folder, { recursive: true });
        await appendFile(this.fileOf(folder), lines.join(''));
      } catch {
        // Known until the program ends.
      }
    }
  }

  private list(folder: string): Promise<Map<string, Kept>> {
    let list = this.folders.get(folder);
    if (!list) this.folders.set(folder, (list = this.read(folder)));
    return list;
  }

  private async read(folder: string): Promise<Map<string, Kept>> {
    const list = new Map<string, Kept>();
    const text = await readFile(this.fileOf(folder), 'utf8').catch(() => '');
    const lines = text.split('\n');
    for (const line of lines) {
      const entry = entryOf(line);
      if (entry) list.set(...entry);
    }
    // A line that was cut off must not swallow the next one.
    if (text !== '' && !text.endsWith('\n')) this.waiting.set(folder, ['\n']);
    if (lines.length > 2 * list.size + 1000) await this.rewrite(folder, list);
    return list;
  }

  /** Leaves out what was written over since. */
  private async rewrite(folder: string, list: Map<string, Kept>): Promise<void> {
    const { default: write } = await import('write-file-atomic');
    await write(this.fileOf(folder), [...list].map(([name, kept]) => lineOf(name, kept)).join(''), { fsync: false }).catch(() => {});
  }

  private fileOf(folder: string): string {
    return join(this.folder, `${createHash('sha256').update(folder).digest('hex').slice(0, 24)}.jsonl`);
  }
}

function lineOf(name: string, { bytes, mtimeMs, identity }: Kept): string {
  return `${JSON.stringify([name, bytes, mtimeMs, identity])}\n`;
}

function entryOf(line: string): [string, Kept] | null {
  if (line === '') return null;
  try {
    const [name, bytes, mtimeMs, identity] = JSON.parse(line) as unknown[];
    if (typeof name !== 'string' || typeof bytes !== 'number' || typeof mtimeMs !== 'number' || typeof identity !== 'string') return null;
    // It becomes a file's name.
    return /^[0-9a-f]{32}$/.test(identity) ? [name, { bytes, mtimeMs, identity }] : null;
  } catch {
    return null;
  }
}
