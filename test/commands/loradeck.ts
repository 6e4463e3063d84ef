import { Command } from 'commander';
import { expect, vi } from 'vitest';
import { registerAll } from '../../src/commands/all.js';
import { runProgram } from '../../src/commands/run-program.js';

/** What a command line printed, and its exit code. */
export interface Said {
  out: string;
  err: string;
  code: number;
}

/** Runs a command line as the program does. The app itself is not opened. */
export async function loradeck(...argv: string[]): Promise<Said> {
  const program = new Command('loradeck');
  registerAll(program, () => Promise.reject(new Error('the app would open')));
  const said = { out: '', err: '' };
  const spies = (['out', 'err'] as const).map((name) =>
    vi.spyOn(name === 'out' ? process.stdout : process.stderr, 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    }),
  );
  const listeners = process.stdout.listeners('error');
  process.exitCode = undefined;
  try {
    await runProgram(program, ['node', 'loradeck', ...argv]);
    return { ...said, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    for (const listener of process.stdout.listeners('error')) {
      if (!listeners.includes(listener)) process.stdout.off('error', listener as () => void);
    }
    process.exitCode = undefined;
  }
}

/** What a command line prints with `--json`; nothing may be said on stderr beside it. */
export async function json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
  const { out, err } = await loradeck(...argv, '--json');
  expect(err).toBe('');
  return JSON.parse(out) as T;
}
