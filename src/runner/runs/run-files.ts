import { join } from 'node:path';
import type { Checkpoint, RunState } from '../../core/training/run-state.js';
import type { Run } from './run.js';

/** A saved file as it lies on disk now. */
export interface CheckpointFile {
  /** As in the run state. */
  file: string;
  /** Absolute path. */
  path: string;
  /** Null when it is not there (any more). */
  bytes: number | null;
  mtimeMs: number | null;
  /** The header and the size agree: it was written to its end. Null when it is not there or no safetensors. */
  complete: boolean | null;
}

/** Looks at the file of one checkpoint, which the state knows by its name in the output folder. */
async function lookAtCheckpoint(run: Run, { file }: Checkpoint): Promise<CheckpointFile> {
  const path = join(run.file.output, file);
  const info = await run.host.info(path).catch(() => null);
  if (!info || info.folder) return { file, path, bytes: null, mtimeMs: null, complete: null };
  const complete = file.endsWith('.safetensors') ? await isComplete(run, path, info.bytes) : null;
  return { file, path, bytes: info.bytes, mtimeMs: info.mtimeMs, complete };
}

/** No header of a safetensors file may be longer, so a longer one is none that was written to its end. */
const mostHeaderBytes = 100_000_000;

/**
 * The trainer writes under the final name and says nothing when it is done, so a half-written file would look like a
 * save: the length of header and data must be the file's.
 */
async function isComplete(run: Run, path: string, bytes: number): Promise<boolean> {
  const start = await run.host.read(path, 0, 8);
  if (start.length < 8) return false;
  const length = Number(new DataView(start.buffer, start.byteOffset).getBigUint64(0, true));
  if (length > Math.min(bytes - 8, mostHeaderBytes)) return false;
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(await run.host.read(path, 8, length)));
    return 8 + length + dataLength(header) === bytes;
  } catch {
    return false;
  }
}

function dataLength(header: unknown): number {
  const entries = typeof header === 'object' && header !== null ? Object.entries(header) : [];
  return entries.reduce((most, [name, tensor]: [string, unknown]) => {
    if (name === '__metadata__') return most;
    const offsets = (tensor as { data_offsets?: [number, number] }).data_offsets;
    return Math.max(most, offsets?.[1] ?? 0);
  }, 0);
}

/** The state without the saves whose file is there but was not written to its end. */
export function withoutBroken(state: RunState, files: readonly CheckpointFile[]): RunState {
  const broken = new Set(files.filter(({ complete }) => complete === false).map(({ file }) => file));
  if (broken.size === 0) return state;
  return { ...state, checkpoints: state.checkpoints.filter(({ file }) => !broken.has(file)) };
}

/** Looks at the files of checkpoints, at a finished one only once more at the end. */
export class CheckpointFiles {
  private readonly known = new Map<string, CheckpointFile>();
  constructor(private readonly run: Run) {}

  async look(state: RunState, again: boolean): Promise<CheckpointFile[]> {
    const found = state.checkpoints.map(async (checkpoint) => {
      const before = this.known.get(checkpoint.file);
      const gone = state.removed.includes(checkpoint.file) && before?.bytes !== null;
      if (before?.complete && !again && !gone) return before;
      const now = await lookAtCheckpoint(this.run, checkpoint);
      this.known.set(checkpoint.file, now);
      return now;
    });
    return Promise.all(found);
  }
}
