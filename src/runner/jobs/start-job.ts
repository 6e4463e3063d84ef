import type { Job } from './job.js';

/** What a cancelled job's result rejects with. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

/** How the work of a job tells how far it is. */
export type Tell = (done: number, total: number) => void;

let jobs = 0;

/**
 * Starts long work that a person can watch and cancel.
 * @param what one line, e.g. `looking at 31 images`
 * @param work does it: tells its progress, and stops soon after the signal was aborted
 * @example startJob('reading 31 images', (tell, signal) => factsOf(dataset, { onProgress: tell, signal }))
 */
export function startJob<T>(what: string, work: (tell: Tell, signal: AbortSignal) => Promise<T>): Job<T> {
  const stop = new AbortController();
  const listeners = new Set<() => void>();
  const job: Job<T> = {
    id: String(++jobs),
    what,
    done: 0,
    total: 0,
    cancel: () => stop.abort(),
    result: run(),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  // Whoever wants the result awaits it; a job that nobody awaits must not end the program.
  job.result.catch(() => {});
  return job;

  async function run(): Promise<T> {
    // Begun after `job` is made, so that the work can tell its progress at once.
    await Promise.resolve();
    const tell: Tell = (done, total) => {
      job.done = done;
      job.total = total;
      for (const listener of [...listeners]) listener();
    };
    if (stop.signal.aborted) throw new JobCancelled(`${what} was cancelled.`);
    const result = await work(tell, stop.signal);
    if (stop.signal.aborted) throw new JobCancelled(`${what} was cancelled.`);
    return result;
  }
}
