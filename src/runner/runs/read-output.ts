import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { TrainerEvent } from '../../core/training/events.js';
import { createTrainerReader } from '../../core/training/reader.js';
import type { RunState, Series } from '../../core/training/run-state.js';

/**
 * Reads a trainer's output to its end, from a file or a stream, whoever started the trainer. What the text does not
 * prove is not stated: a file that stops in the middle may be of a trainer that still runs.
 * @throws the system's error when the file cannot be read
 */
export async function readOutput(
  from: string | Readable,
  onEvents: (events: TrainerEvent[]) => void = () => {},
): Promise<{ state: RunState; series: Series }> {
  const reader = createTrainerReader();
  const stream = typeof from === 'string' ? createReadStream(from, { highWaterMark: 1 << 20 }) : from;
  for await (const piece of stream) onEvents(reader.push(piece as Uint8Array));
  onEvents(reader.end());
  return { state: reader.state(), series: reader.series() };
}
