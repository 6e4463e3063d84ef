import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { cacheVariable, type Answer, type Ask, type Question } from './protocol.js';

/** The child ended, or was ended, before it answered. */
export class ChildGone extends Error {
  override readonly name = 'ChildGone';
  /** @param hung this question, the only one left, is why: no answer came in time */
  constructor(
    message: string,
    readonly hung = false,
  ) {
    super(message);
  }
}

export interface ChildOptions {
  /** The program, an absolute path. */
  script: string;
  /** How long an answer may take before the child counts as hung, in milliseconds. */
  hangMs: number;
  /** Megabytes that thumbnails may take on the disk; 0 keeps none. */
  cacheMb?: number | undefined;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/** So long a child that nobody asks any more may take to write what it learnt, in milliseconds. */
const endMs = 400;

/** One process that opens pictures; it is asked, and answers in any order. */
export class Child {
  /** The memory that it took at its last answer, in bytes. */
  rss = 0;
  /** Did it ever answer? One that never did could not start. */
  answered = false;
  readonly gone: Promise<void>;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private isGone = false;
  private isEnded = false;

  constructor(private readonly options: ChildOptions) {
    this.process = fork(options.script, [], {
      serialization: 'advanced',
      // Whatever a decoder prints must not reach the terminal.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      // Few arenas: the many short-lived buffers of pictures would leave holes in all of them.
      env: { ...process.env, MALLOC_ARENA_MAX: '2', [cacheVariable]: options.cacheMb === undefined ? undefined : String(options.cacheMb) },
    });
    const { pid } = this.process;
    try {
      // Keys go before pictures where there is not enough of the machine for both.
      if (pid !== undefined) setPriority(pid, 5);
    } catch {
      // It ended at once, or the system does not let us.
    }
    this.process.on('message', (answer) => this.take(answer as Answer));
    this.gone = new Promise((resolve) => {
      const end = (error?: Error): void => {
        this.isGone = true;
        resolve();
        this.rejectAll(new ChildGone(error?.message ?? 'The process that opens pictures ended.'));
      };
      this.process.once('exit', () => end());
      this.process.once('error', end);
    });
    // Nothing of the program waits for it.
    this.process.unref();
    this.process.channel?.unref();
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Can it still be asked? */
  get usable(): boolean {
    return !this.isGone && !this.isEnded && this.process.connected;
  }

  /** How many questions it has not answered yet. */
  get busy(): number {
    return this.waiting.size;
  }

  /** @throws ChildGone when it ends before the answer, or Error with what it said was wrong */
  ask(ask: Ask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.usable) return reject(new ChildGone('The process that opens pictures is gone.'));
      const id = ++this.last;
      const timer = setTimeout(() => this.hang(id), this.options.hangMs);
      this.waiting.set(id, { resolve, reject, timer });
      this.process.send({ id, ask } satisfies Question, (error) => {
        if (error) this.settle(id)?.reject(new ChildGone(error.message));
      });
    });
  }

  /** Lets it end by itself once it has written what it learnt; resolves when it is gone. */
  async close(): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), endMs);
    await this.gone;
    clearTimeout(timer);
  }

  private hang(id: number): void {
    const waiting = this.settle(id);
    // With others still unanswered it is not certain which of them it hangs at.
    waiting?.reject(new ChildGone('The picture took too long to open.', this.waiting.size === 0 && !this.isEnded));
    this.isEnded = true;
    // A decoder that does not come back can only be ended with its process.
    this.process.kill('SIGKILL');
  }

  private take({ id, value, error, rss }: Answer): void {
    this.answered = true;
    this.rss = rss;
    const waiting = this.settle(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    if (!waiting) return undefined;
    clearTimeout(waiting.timer);
    this.waiting.delete(id);
    return waiting;
  }

  private rejectAll(error: Error): void {
    for (const id of [...this.waiting.keys()]) this.settle(id)?.reject(error);
  }
}
