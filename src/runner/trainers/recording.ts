import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';

/** One read of a recorded process's output, in how many bytes and when it came. */
interface Chunk {
  /** Seconds since the start. */
  at: number;
  stream: 'o' | 'e';
  bytes: number;
}

/** A file that the recorded run saved. */
export interface RecordedSave {
  file: string;
  /** Seconds since the start. */
  at: number;
  removedAt: number | null;
  /** As its header says; both are text there. */
  epoch: string;
  steps: string;
}

/** What happens in a replay, in order of time. `stream`: 1 stdout, 2 stderr. */
export type Happening =
  | { at: number; kind: 'print'; stream: 1 | 2; bytes: Uint8Array }
  | { at: number; kind: 'save'; save: RecordedSave }
  | { at: number; kind: 'remove'; file: string };

export type RecordingMode = 'merged' | 'pty' | 'pipe';

/** A real training as it was recorded: every byte with its time, the files, and how it ended. */
export interface Recording {
  mode: RecordingMode;
  happenings: Happening[];
  saves: RecordedSave[];
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The settings that it was started with; empty when they could not be read (some recordings are about that). */
  settings: Record<string, unknown>;
  /** Counts from the header of its last file, e.g. `num_epochs`. */
  planned: Record<string, unknown>;
  /** Whole metadata of its last file, where the recording has it. */
  metadata: Record<string, string> | null;
}

/** Ways in which a run was recorded, the one that shows the true order of both streams first. */
const modes: RecordingMode[] = ['merged', 'pty', 'pipe'];

/**
 * Reads a recording's folder.
 * @throws Error with one sentence when it is not there or a file of it is missing or damaged
 */
export function readRecording(folder: string): Recording {
  const mode = modes.find((name) => existsSync(join(folder, chunkFile(name))));
  if (!mode) throw new Error(`There is no recording of a training in ${folder}.`);
  const truth = readTruth(readJson(join(folder, 'truth.json')), mode);
  const ending = record(record(readJson(join(folder, 'exit.json')))[mode]);
  const happenings: Happening[] = [...readPrints(folder, mode), ...truth.saves.flatMap(fileHappenings)];
  // A stable sort keeps the printed order where two times are equal.
  happenings.sort((a, b) => a.at - b.at);
  return {
    mode,
    happenings,
    saves: truth.saves,
    code: typeof ending['code'] === 'number' ? ending['code'] : null,
    signal: typeof ending['signal'] === 'string' ? (ending['signal'] as NodeJS.Signals) : null,
    settings: readSettings(folder),
    planned: truth.planned,
    metadata: readMetadata(folder),
  };
}

/** The folder that the recorded run's output names, e.g. `/home/user/lora/model`; null when it names none. */
export function recordedOutput(recording: Recording): string | null {
  const folder = recording.settings['output_dir'];
  return typeof folder === 'string' && folder !== '' ? folder : null;
}

function chunkFile(mode: RecordingMode): string {
  return `${mode === 'pipe' ? 'pipes' : mode}.chunks.jsonl`;
}

function readPrints(folder: string, mode: RecordingMode): Happening[] {
  const files = mode === 'pipe' ? { o: 'stdout.bin', e: 'stderr.bin' } : { o: `${mode}.bin`, e: `${mode}.bin` };
  const content = { o: readFileSync(join(folder, files.o)), e: readFileSync(join(folder, files.e)) };
  const done = { o: 0, e: 0 };
  return readChunks(join(folder, chunkFile(mode))).map(({ at, stream, bytes }) => {
    const from = done[stream];
    done[stream] += bytes;
    return { at, kind: 'print', stream: stream === 'o' ? 1 : 2, bytes: content[stream].subarray(from, done[stream]) };
  });
}

function readChunks(file: string): Chunk[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [at, stream, bytes] = JSON.parse(line) as [number, 'o' | 'e', number];
    return { at, stream, bytes };
  });
}

function fileHappenings(save: RecordedSave): Happening[] {
  const saved: Happening = { at: save.at, kind: 'save', save };
  return save.removedAt === null ? [saved] : [saved, { at: save.removedAt, kind: 'remove', file: save.file }];
}

function readTruth(truth: unknown, mode: RecordingMode): { saves: RecordedSave[]; planned: Record<string, unknown> } {
  const part = record(record(truth)[mode]);
  const checkpoints = Array.isArray(part['checkpoints']) ? part['checkpoints'].map(record) : [];
  const saves = checkpoints.map((checkpoint) => ({
    file: String(checkpoint['path']),
    at: Number(checkpoint['t_mtime'] ?? checkpoint['t_first_seen']),
    removedAt: typeof checkpoint['t_removed'] === 'number' ? checkpoint['t_removed'] : null,
    epoch: String(checkpoint['ss_epoch']),
    steps: String(checkpoint['ss_steps']),
  }));
  return { saves, planned: record(part['planned']) };
}

function readSettings(folder: string): Record<string, unknown> {
  try {
    return parse(readFileSync(join(folder, 'config.toml'), 'utf8'));
  } catch {
    return {};
  }
}

function readMetadata(folder: string): Record<string, string> | null {
  if (!existsSync(join(folder, 'metadata.json'))) return null;
  return record(record(readJson(join(folder, 'metadata.json')))['metadata']) as Record<string, string>;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
