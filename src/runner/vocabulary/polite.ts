import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../../core/printable.js';
import { FetchError } from './fetch-error.js';

/** How a site is asked. */
export interface PoliteOptions {
  /** Names the program; both sites want one. */
  userAgent: string;
  /** Milliseconds between the start of two requests; a second unless set. */
  gapMs?: number;
  /** How often a request is made again that the site was too busy for, or that got lost; 5 unless set. */
  retries?: number;
  signal?: AbortSignal;
}

/** So long a site may let wait for the first byte, in milliseconds. */
const answerMs = 30_000;

/** Longer than this nobody waits because a site says so; in milliseconds. */
const longestWaitMs = 120_000;

/** Asks a site one thing at a time, with a pause in between, and waits longer when it says that it is too busy. */
export class Polite {
  #next = 0;

  constructor(private readonly options: PoliteOptions) {}

  /**
   * @returns an answer that is no failure (2xx, or one of `also`)
   * @throws FetchError when the site refuses, or cannot be reached after several tries
   */
  async get(url: URL, { headers = {}, also = [] }: { headers?: Record<string, string>; also?: readonly number[] } = {}): Promise<Response> {
    const { retries = 5, gapMs = 1000 } = this.options;
    for (let tried = 0; ; tried++) {
      await this.#turn(gapMs);
      const answer = await this.#ask(url, headers);
      if (answer instanceof Response && (answer.ok || also.includes(answer.status))) return answer;
      const busy = answer instanceof Error || answer.status === 429 || answer.status >= 500;
      if (answer instanceof Response) await answer.body?.cancel();
      if (!busy || tried >= retries) throw new FetchError(this.#refused(url, answer));
      await this.#wait(answer instanceof Response ? askedWait(answer, gapMs * 2 ** tried) : gapMs * 2 ** tried);
    }
  }

  async #ask(url: URL, headers: Record<string, string>): Promise<Response | Error> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), answerMs);
    const { signal, userAgent } = this.options;
    try {
      return await fetch(url, { headers: { 'user-agent': userAgent, ...headers }, signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]) });
    } catch (error) {
      signal?.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  async #turn(gapMs: number): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + gapMs;
    if (at > now) await this.#wait(at - now);
  }

  #wait(ms: number): Promise<void> {
    return sleep(ms, undefined, this.options.signal ? { signal: this.options.signal } : {});
  }

  #refused({ host }: URL, answer: Response | Error): string {
    if (answer instanceof Response) return `${printable(host)} refuses (${answer.status}${answer.statusText ? ` ${printable(answer.statusText)}` : ''}).`;
    const cause = (answer.cause as NodeJS.ErrnoException | undefined)?.code;
    return `${printable(host)} cannot be reached (${answer.name === 'AbortError' ? 'no answer' : printable(cause ?? answer.message)}).`;
  }
}

/** Seconds or a date, as the site says it. */
function askedWait({ headers }: Response, otherwise: number): number {
  const said = headers.get('retry-after');
  if (said === null) return otherwise;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(ms) ? otherwise : Math.max(0, Math.min(longestWaitMs, ms));
}
