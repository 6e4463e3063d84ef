import { firstLook } from '../../core/training/first-look.js';
import { createTrainerReader } from '../../core/training/reader.js';
import type { RunState } from '../../core/training/run-state.js';
import { concludeRun } from './conclude-run.js';
import type { Run } from './run.js';
import { readStopMark } from './stop-mark.js';

/** Up to this size a log is read whole at a look; of a longer one its head and its tail. */
const wholeBytes = 512 * 1024;
const headBytes = 192 * 1024;
const tailBytes = 128 * 1024;

/** A look at a run at one moment. */
export interface Look {
  state: RunState;
  /** False when only the head and the tail of a long log were read: counts of saves may be short. */
  whole: boolean;
}

/** What a run is doing, read from its files in milliseconds however long its log is. */
export async function lookAtRun(run: Run): Promise<Look> {
  const { host, folder } = run;
  // The status first: what the trainer wrote before it ended is then certainly in the log.
  const status = await run.engine.status(host, folder);
  const [mark, info] = await Promise.all([readStopMark(run), host.info(logPath(run))]);
  const { state, whole } = await lookAtLog(run, info?.bytes ?? 0);
  return { state: concludeRun(state, status, mark, info?.mtimeMs ?? null), whole };
}

/** What the head and the tail of a run's log say. */
export async function lookAtLog(run: Run, bytes: number): Promise<Look> {
  const path = logPath(run);
  if (bytes > wholeBytes) {
    const [head, tail] = [await run.host.read(path, 0, headBytes), await run.host.read(path, bytes - tailBytes, tailBytes)];
    return { state: firstLook(head, tail), whole: false };
  }
  const reader = createTrainerReader();
  reader.push(await run.host.read(path));
  reader.end();
  return { state: reader.state(), whole: true };
}

/** Where the trainer's output lies. */
export function logPath(run: Run): string {
  return `${run.folder}/output.log`;
}
