import { keyBytes } from './keys.js';
import type { Program } from './terminal.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until what the screen shows satisfies; gives the milliseconds since `from`, Infinity when it never did. */
export async function untilShown(program: Program, holds: () => boolean, { from = performance.now(), limit = 60_000 } = {}): Promise<number> {
  return new Promise((resolve) => {
    const finish = (ms: number): void => {
      clearTimeout(timer);
      watch.dispose();
      resolve(ms);
    };
    const look = (): void => {
      if (holds()) finish(performance.now() - from);
    };
    const timer = setTimeout(() => finish(Infinity), limit);
    const watch = program.emulator.onWriteParsed(look);
    look();
  });
}

/** Presses a key and gives the milliseconds until the screen shows what it leads to. */
export async function keyToPaint(program: Program, key: string, holds: () => boolean, limit = 60_000): Promise<number> {
  const from = performance.now();
  void program.type(keyBytes(key));
  return untilShown(program, holds, { from, limit });
}

/** Waits until nothing has come for a while. */
export async function untilQuiet(program: Program, ms = 800): Promise<void> {
  for (let before = -1; before !== program.bytes; ) {
    before = program.bytes;
    await pause(ms);
  }
}

/**
 * Holds a key as a keyboard repeats it, and lets go.
 * @param position what the screen says of where the cursor is, as a number
 * @param by what one press adds to it
 * @returns how often it was sent, and the milliseconds from the last one until the screen showed where it leads
 */
export async function hold(
  program: Program,
  key: string,
  { perSecond, seconds, position, by = 1 }: { perSecond: number; seconds: number; position: () => number | null; by?: 1 | -1 },
): Promise<{ sent: number; behind: number; catchUp: number }> {
  const start = position() ?? 0;
  const sent = perSecond * seconds;
  const from = performance.now();
  for (let i = 0; i < sent; i++) {
    await pause(Math.max(0, from + (i * 1000) / perSecond - performance.now()));
    void program.type(keyBytes(key));
  }
  const released = performance.now();
  const behind = sent - ((position() ?? start) - start) * by;
  const catchUp = await untilShown(program, () => position() === start + sent * by, { from: released });
  return { sent, behind, catchUp };
}
