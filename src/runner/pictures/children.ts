import { Child, ChildGone, type ChildOptions } from './child.js';
import type { Ask } from './protocol.js';

export interface ChildrenOptions extends ChildOptions {
  /** A child that was not asked for so long is ended, in milliseconds. */
  idleMs: number;
  /** A child that takes more memory than this is replaced, in bytes. */
  mostBytes: number;
}

/** What is said of a picture at which the process ended, or did not come to an end. */
export class PictureBreaks extends Error {
  override readonly name = 'PictureBreaks';
}

/** No child can be started. */
export class NoChild extends Error {
  override readonly name = 'NoChild';
}

/** A new one is tried again after this long when none could be started, in milliseconds. */
const pauseMs = 30_000;

/**
 * Keeps one child to be asked, and starts another when it ended, grew or was let go. When one ends by itself, each question that it
 * left is asked once more in a child where it is alone: the one at which that one ends too is to blame, and only that one fails.
 */
export class Children {
  private child: Child | null = null;
  private readonly all = new Set<Child>();
  private alone: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | null = null;
  private failedAt = -Infinity;
  private closed = false;

  constructor(private readonly options: ChildrenOptions) {}

  /** The processes that there are at the moment. */
  get pids(): number[] {
    return [...this.all].flatMap(({ pid }) => pid ?? []);
  }

  /**
   * Asks a child.
   * @throws PictureBreaks when a child ends at this question, NoChild when none can be started, Error with what is wrong with the picture
   */
  async ask(ask: Ask): Promise<unknown> {
    const child = this.current();
    try {
      return await child.ask(ask);
    } catch (error) {
      if (!(error instanceof ChildGone)) throw error;
      if (this.closed) throw new NoChild('The program is about to end.');
      if (error.hung) throw new PictureBreaks('Opening the picture did not come to an end.');
      return await this.askAlone(ask);
    } finally {
      this.afterwards(child);
    }
  }

  /** Ends all of them. */
  async close(): Promise<void> {
    this.closed = true;
    this.awake();
    await Promise.all([...this.all].map((child) => child.close()));
  }

  private current(): Child {
    this.awake();
    if (this.closed || Date.now() - this.failedAt < pauseMs) throw new NoChild('The process that opens pictures does not start.');
    if (!this.child?.usable) this.child = this.start();
    return this.child;
  }

  private start(): Child {
    const child = new Child(this.options);
    this.all.add(child);
    void child.gone.then(() => this.all.delete(child));
    return child;
  }

  /** One after the other, each in a child of its own. */
  private askAlone(ask: Ask): Promise<unknown> {
    const asked = this.alone.then(async () => {
      if (this.closed) throw new NoChild('The program is about to end.');
      const child = this.start();
      try {
        return await child.ask(ask);
      } catch (error) {
        if (!(error instanceof ChildGone)) throw error;
        if (!child.answered && !(await this.starts())) {
          this.failedAt = Date.now();
          throw new NoChild('The process that opens pictures does not start.');
        }
        throw new PictureBreaks(error.hung ? 'Opening the picture did not come to an end.' : 'Opening the picture ended the process that does it.');
      } finally {
        void child.close();
      }
    });
    this.alone = asked.catch(() => {});
    return asked;
  }

  /** Does a child answer what cannot break it? */
  private async starts(): Promise<boolean> {
    const child = this.start();
    const answers = await child.ask({ what: 'facts', paths: [] }).then(() => true, () => false);
    void child.close();
    return answers;
  }

  private afterwards(child: Child): void {
    if (child !== this.child || this.closed) return;
    if (child.rss > this.options.mostBytes) {
      this.child = null;
      void this.retire(child);
    } else if (child.busy === 0) {
      // Several answers that came together each get here.
      this.awake();
      this.idle = setTimeout(() => {
        if (child === this.child) this.child = null;
        void child.close();
      }, this.options.idleMs).unref();
    }
  }

  private awake(): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
  }

  /** What it was asked is still answered; it is not asked again. */
  private async retire(child: Child): Promise<void> {
    while (child.busy > 0 && child.usable) await new Promise((resolve) => setTimeout(resolve, 50));
    await child.close();
  }
}
