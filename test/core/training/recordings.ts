import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProcessEnd } from '../../../src/core/training/conclude.js';

/** The project's own recordings, or the folder that LORADECK_RECORDINGS names. */
export const recordings = resolve(process.env.LORADECK_RECORDINGS ?? 'fixtures/recordings');

export type Mode = 'pipe' | 'pty' | 'merged';

export interface Truth {
  ended: string;
  planned: Record<string, number | null>;
  done: {
    optimizer_steps: number;
    first_epoch: number | null;
    last_epoch: number | null;
    final_avr_loss_as_tqdm: string | null;
  };
  checkpoints: { path: string; ss_epoch: string | null; ss_steps: string | null; t_removed?: number | null }[];
  states: { dir: string; t_removed?: number | null }[];
  series: [number, number, number, number, number | null][];
  validation_series: [number, string, number, number, number][];
}

export interface Chunk {
  stream?: 'out' | 'err';
  bytes: Uint8Array;
}

/** Every recording and mode in the folder. */
export function everyMode(): [string, Mode][] {
  const modes: [string, Mode][] = [];
  for (const name of readdirSync(recordings).sort()) {
    const folder = join(recordings, name);
    if (!existsSync(join(folder, 'truth.json'))) continue;
    if (existsSync(join(folder, 'stderr.bin'))) modes.push([name, 'pipe']);
    if (existsSync(join(folder, 'pty.bin'))) modes.push([name, 'pty']);
    if (existsSync(join(folder, 'merged.bin'))) modes.push([name, 'merged']);
  }
  return modes;
}

export function truthOf(name: string, mode: Mode): Truth {
  const all = JSON.parse(readFileSync(join(recordings, name, 'truth.json'), 'utf8')) as Record<Mode, Truth>;
  return all[mode];
}

export function endOf(name: string, mode: Mode): ProcessEnd {
  const all = JSON.parse(readFileSync(join(recordings, name, 'exit.json'), 'utf8')) as Record<
    Mode,
    { code: number | null; signal: string | null }
  >;
  return { exit: all[mode].code, signal: all[mode].signal };
}

/** The bytes in the order and division in which they were read. */
export function chunksOf(name: string, mode: Mode): Chunk[] {
  const folder = join(recordings, name);
  if (mode !== 'pipe') {
    const bytes = readFileSync(join(folder, `${mode}.bin`));
    let offset = 0;
    return readBoundaries(join(folder, `${mode}.chunks.jsonl`)).map(([, , length]) => {
      offset += length;
      return { bytes: bytes.subarray(offset - length, offset) };
    });
  }
  const out = readFileSync(join(folder, 'stdout.bin'));
  const err = readFileSync(join(folder, 'stderr.bin'));
  const offset = { o: 0, e: 0 };
  return readBoundaries(join(folder, 'pipes.chunks.jsonl')).map(([, stream, length]) => {
    offset[stream] += length;
    const end = offset[stream];
    return stream === 'o'
      ? { stream: 'out', bytes: out.subarray(end - length, end) }
      : { stream: 'err', bytes: err.subarray(end - length, end) };
  });
}

/** The same bytes cut again into pieces of `size`; `whole`: neighbours of one stream are joined. */
export function recut(chunks: Chunk[], size: number | 'whole'): Chunk[] {
  if (size === 'whole') {
    const joined: Chunk[] = [];
    for (const chunk of chunks) {
      const last = joined.at(-1);
      if (last && last.stream === chunk.stream) last.bytes = Buffer.concat([last.bytes, chunk.bytes]);
      else joined.push({ ...chunk });
    }
    return joined;
  }
  return chunks.flatMap(({ stream, bytes }) => {
    const pieces: Chunk[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push({ stream, bytes: bytes.subarray(at, at + size) });
    return pieces;
  });
}

function readBoundaries(file: string): [number, 'o' | 'e', number][] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as [number, 'o' | 'e', number]);
}
