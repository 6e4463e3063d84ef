import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from './change.js';
import { appendLine, type Intent } from './intent.js';

/** A line of the log: a writing that was carried out, or one that was rolled back. */
export interface LogLine {
  seq: number;
  do: 'apply' | 'undo' | 'redo' | 'rollback';
  id: string;
  at: string;
  what: string;
  images: number;
  /** The renames it made, in order: paths of older changes are followed through them. */
  moves?: [from: string, to: string][];
}

/** What the log says of one change. */
export interface Entered extends Recorded {
  /** The latest writing of it: its inverse is what undoing, or redoing, means. */
  latest: number;
}

/**
 * The journal's log: one JSON line for each writing that was carried out. The line is the commit: an intent without one
 * was not carried out. A last line without its end, which a power cut can leave, does not count.
 */
export class Log {
  readonly #path: string;
  #offset = 0;
  #lines: LogLine[] = [];
  #changes = new Map<string, Entered>();
  #undoable: string[] = [];
  #redoable: string[] = [];

  constructor(folder: string) {
    this.#path = join(folder, 'log.jsonl');
  }

  get last(): number {
    return this.#lines.reduce((most, { seq }) => Math.max(most, seq), 0);
  }

  has(seq: number): boolean {
    return this.#lines.some((line) => line.seq === seq && line.do !== 'rollback');
  }

  /** All changes, newest first. */
  history(): Entered[] {
    return [...this.#changes.values()].reverse();
  }

  get(id: string): Entered | undefined {
    return this.#changes.get(id);
  }

  /** What undo, or redo, would take next. */
  next(what: 'undo' | 'redo'): Entered | undefined {
    const id = (what === 'undo' ? this.#undoable : this.#redoable).at(-1);
    return id === undefined ? undefined : this.#changes.get(id);
  }

  /** The later writings, in order. */
  after(seq: number): LogLine[] {
    return this.#lines.filter((line) => line.seq > seq && line.do !== 'rollback');
  }

  /**
   * The renames that later writings made, in order. A writing and the undoing of it right after cancel out: what the
   * names stood for between the two is of no concern.
   */
  movesAfter(seq: number): [from: string, to: string][] {
    const later: LogLine[] = [];
    for (const line of this.after(seq)) {
      const last = later.at(-1);
      if (last?.id === line.id && (last.do === 'undo') !== (line.do === 'undo')) later.pop();
      else later.push(line);
    }
    return later.flatMap(({ moves }) => moves ?? []);
  }

  /** Takes in what other programs have written since. */
  async refresh(): Promise<void> {
    const file = await open(this.#path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw error;
    });
    if (!file) return this.#forget();
    try {
      const { size } = await file.stat();
      if (size < this.#offset) this.#forget();
      if (size === this.#offset) return;
      const buffer = Buffer.alloc(size - this.#offset);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#offset);
      const whole = buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
      this.#offset += whole;
      for (const line of buffer.toString('utf8', 0, whole).split('\n')) this.#take(parsed(line));
    } finally {
      await file.close();
    }
  }

  /** Commits a writing. Only under the lock. */
  async append(line: LogLine, fsync: boolean): Promise<void> {
    await appendLine(this.#path, JSON.stringify(line), fsync);
    await this.refresh();
  }

  #forget(): void {
    this.#offset = 0;
    this.#lines = [];
    this.#changes = new Map();
    this.#undoable = [];
    this.#redoable = [];
  }

  #take(line: LogLine | null): void {
    if (!line) return;
    this.#lines.push(line);
    const { seq, id, at, what, images } = line;
    if (line.do === 'rollback') return;
    if (line.do === 'apply') {
      this.#changes.set(id, { id, at, what, images, undone: false, latest: seq });
      this.#undoable.push(id);
      this.#redoable = [];
      return;
    }
    const change = this.#changes.get(id);
    if (!change) return;
    const undone = line.do === 'undo';
    this.#changes.set(id, { ...change, undone, latest: seq });
    this.#undoable = this.#undoable.filter((other) => other !== id);
    this.#redoable = this.#redoable.filter((other) => other !== id);
    (undone ? this.#redoable : this.#undoable).push(id);
  }
}

/** The line that commits an intent. */
export function lineOf(intent: Intent): LogLine {
  const { seq, id, at, what, images, entries } = intent;
  const moves = entries.flatMap((entry): [string, string][] => (entry.kind === 'move' ? [[entry.from, entry.to]] : []));
  return { seq, do: intent.do, id, at, what, images, ...(moves.length > 0 ? { moves } : {}) };
}

/** Null for a line that is no line of a log: it is passed over, as what follows may be sound. */
function parsed(line: string): LogLine | null {
  if (line === '') return null;
  try {
    const value = JSON.parse(line) as Partial<LogLine> | null;
    const sound = typeof value?.seq === 'number' && typeof value.id === 'string' && typeof value.what === 'string' && typeof value.at === 'string';
    return sound && typeof value.images === 'number' && Array.isArray(value.moves ?? []) ? (value as LogLine) : null;
  } catch {
    return null;
  }
}
