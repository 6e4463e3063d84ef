import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from '../../core/printable.js';
import { duration } from '../../core/words.js';
import { FetchError, LineBroke } from './fetch-error.js';
import { chunksOf } from './chunks.js';

/** How a site is asked. */
export interface PoliteOptions {
  /** Names the program; both sites want one. */
  userAgent: string;
  /** Milliseconds between the start of two requests; a second unless set. */
  gapMs?: number;
  /** How often a request is made again that the site was too busy for, or that got lost; 5 unless set. */
  retries?: number;
  /** So long a site may let wait for its next byte, in milliseconds; 30 seconds unless set. */
  silenceMs?: number;
  signal?: AbortSignal;
  /** Told why it is waiting, in one sentence. */
  say?: (why: string) => void;
}

/** One thing that a site is asked for. */
export interface Wish {
  url: URL;
  headers?: Record<string, string>;
  /** Statuses that are an answer although they are no success. */
  also?: readonly number[];
}

/** Longer than this nobody waits because a site says so; in milliseconds. */
const longestWaitMs = 120_000;

/** No text that a site gives at once is as long; in characters. */
const longestText = 1 << 26;

/** Asks a site one thing at a time, with a pause in between, and waits longer when it says that it is too busy. */
export class Polite {
  #next = 0;

  constructor(private readonly options: PoliteOptions) {}

  /**
   * Asks, and asks again when the site is too busy or the line breaks.
   *
   * @param wish called before each try, as what is there already may have grown
   * @param take gets an answer that is no failure and its bytes; what it throws as {@link LineBroke} is tried again
   * @throws FetchError when the site refuses, or cannot be reached after several tries
   */
  async ask<T>(wish: () => Wish | Promise<Wish>, take: (answer: Response, body: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
    const { retries = 5, gapMs = 1000, signal } = this.options;
    for (let tried = 0; ; tried++) {
      await this.#turn(gapMs);
      const wanted = await wish();
      let problem: string;
      let wait: number | null = null;
      try {
        const answer = await this.#fetch(wanted);
        if (answer.ok || wanted.also?.includes(answer.status)) return await take(answer, chunksOf(answer, wanted.url, this.#silence, signal));
        await answer.body?.cancel();
        problem = `${printable(wanted.url.host)} refuses (${answer.status}${answer.statusText ? ` ${printable(answer.statusText)}` : ''}).`;
        if (answer.status < 500 && answer.status !== 429 && answer.status !== 408) throw new FetchError(problem);
        wait = askedWait(answer);
        if (wait !== null && wait > longestWaitMs) throw new FetchError(`${printable(wanted.url.host)} asks to come again in ${duration(wait / 1000)}; what is there is kept, and fetching goes on then.`);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof LineBroke)) throw error;
        problem = error.message;
        if (error.progress) tried = 0;
      }
      if (tried >= retries) throw new FetchError(`${problem} What is there is kept: fetching again goes on.`);
      wait ??= Math.min(longestWaitMs, gapMs * 2 ** tried);
      this.options.say?.(`${problem} Trying again in ${duration(Math.ceil(wait / 1000))}.`);
      await this.#wait(wait);
    }
  }

  /** The text that a site has under an address. @throws FetchError */
  text(url: URL): Promise<string> {
    return this.ask(
      () => ({ url }),
      async (_, body) => {
        const decoder = new TextDecoder();
        let text = '';
        for await (const chunk of body) {
          text += decoder.decode(chunk, { stream: true });
          if (text.length > longestText) throw new FetchError(`${printable(url.host)} sends more than it should.`);
        }
        return text + decoder.decode();
      },
    );
  }

  get #silence(): number {
    return this.options.silenceMs ?? 30_000;
  }

  async #fetch({ url, headers = {} }: Wish): Promise<Response> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), this.#silence);
    const { signal, userAgent } = this.options;
    try {
      return await fetch(url, { headers: { 'user-agent': userAgent, ...headers }, signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]) });
    } catch (error) {
      const { cause, message } = error as Error;
      throw new LineBroke(`${printable(url.host)} cannot be reached (${stop.signal.aborted ? 'no answer' : printable((cause as NodeJS.ErrnoException | undefined)?.code ?? message)}).`);
    } finally {
      clearTimeout(timer);
    }
  }

  async #turn(gapMs: number): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next);
    this.#next = at + gapMs;
    if (at > now) await this.#wait(at - now);
    this.options.signal?.throwIfAborted();
  }

  #wait(ms: number): Promise<void> {
    return sleep(ms, undefined, this.options.signal ? { signal: this.options.signal } : {});
  }
}

/** Milliseconds that a site asks to wait, in seconds or by a date; null when it does not. */
function askedWait({ headers }: Response): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
