import { z } from 'zod';
import type { StopSignal } from '../engines/engine.js';
import { readJson } from '../hosts/read-text.js';
import type { Run } from './run.js';

const schema = z.object({ signal: z.enum(['interrupt', 'terminate', 'kill']), at: z.string() });

/** `stop.json`: the last signal that a person asked for. It lies in the run's folder, so that every session knows. */
export type StopMark = z.infer<typeof schema>;

/** The last stop that was asked for; null when none was. */
export function readStopMark(run: Run): Promise<StopMark | null> {
  return readJson(run.host, `${run.folder}/stop.json`, schema);
}

/** Says, before it is sent, which signal ends the run. */
export async function writeStopMark(run: Run, signal: StopSignal): Promise<void> {
  const mark: StopMark = { signal, at: new Date().toISOString() };
  await run.host.write(`${run.folder}/stop.json`, `${JSON.stringify(mark)}\n`);
}
