import { constants } from 'node:os';

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;

/**
 * Sees to it that `restore` runs however the process ends: by itself, by a signal, or by an error that nobody caught,
 * which is printed once the terminal is back. SIGINT is here for one that comes from outside; ctrl-c is a key in raw mode.
 * Gives the function that ends the watch.
 */
export function guard(restore: () => void, stderr: { write(text: string): unknown }): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    restore();
    process.exit(128 + constants.signals[signal]);
  };
  const onError = (error: unknown): void => {
    restore();
    stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  };
  process.on('exit', restore);
  process.on('uncaughtException', onError);
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    process.off('exit', restore);
    process.off('uncaughtException', onError);
    for (const signal of signals) process.off(signal, onSignal);
  };
}
