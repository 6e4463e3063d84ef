import type { RunState } from '../../core/training/run-state.js';
import type { StopSignal } from '../engines/engine.js';
import { lookAtRun } from './look.js';
import type { Run } from './run.js';
import { writeStopMark } from './stop-mark.js';

/** `now`: ask first, then insist. `force`: kill at once; nothing can be written any more. */
export type StopLevel = 'now' | 'force';

export interface StopOptions {
  /** How long an interrupt, then a terminate, may take before the next one is sent. Milliseconds. */
  interruptMs?: number;
  terminateMs?: number;
  /** How long the kernel may take to end a killed group before the function gives up. Milliseconds. */
  killMs?: number;
}

/**
 * Stops a run: interrupt (as ctrl-c), then terminate, then kill, always the whole group, since a launcher that dies
 * alone leaves its trainer running. sd-scripts saves nothing at an interrupt. Meanwhile the run's phase is `stopping`.
 * Resolves with the state after it; when the run had ended already, with that.
 * @throws Error with one sentence when not even a kill ended it in time
 */
export async function stopRun(run: Run, level: StopLevel, options: StopOptions = {}): Promise<RunState> {
  const { interruptMs = 20_000, terminateMs = 10_000, killMs = 10_000 } = options;
  const steps: [StopSignal, number][] = [['kill', killMs]];
  if (level === 'now') steps.unshift(['interrupt', interruptMs], ['terminate', terminateMs]);
  for (const [signal, patience] of steps) {
    const { state } = await run.engine.status(run.host, run.folder);
    if (state === 'ended' || state === 'gone') break;
    await writeStopMark(run, signal);
    await run.engine.signal(run.host, run.folder, signal);
    if (await hasEnded(run, patience)) break;
    if (signal === 'kill') throw new Error(`The run ${run.id} did not end although it was killed.`);
  }
  return (await lookAtRun(run)).state;
}

async function hasEnded(run: Run, patienceMs: number): Promise<boolean> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { state } = await run.engine.status(run.host, run.folder);
    if (state === 'ended' || state === 'gone') return true;
    if (Date.now() >= end) return false;
    await new Promise((done) => setTimeout(done, 50));
  }
}
