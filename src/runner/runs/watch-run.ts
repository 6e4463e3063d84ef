import type { TrainerEvent } from '../../core/training/events.js';
import { createTrainerReader } from '../../core/training/reader.js';
import type { RunState, Series } from '../../core/training/run-state.js';
import { concludeRun } from './conclude-run.js';
import { lookAtLog, logPath } from './look.js';
import { CheckpointFiles, withoutBroken, type CheckpointFile } from './run-files.js';
import type { Run } from './run.js';
import { SampleFiles } from './sample-files.js';
import { readStopMark } from './stop-mark.js';

/** What is known of a run at one moment. */
export interface RunSnapshot {
  state: RunState;
  series: Series;
  /** The files of the state's checkpoints, in the same order. */
  files: CheckpointFile[];
  /** True while only the head and the tail of a long log are read: series and saves may be short. */
  partial: boolean;
}

export interface RunWatcher {
  /** The latest; null until the first look is done. */
  snapshot(): RunSnapshot | null;
  /** Called at every change; gives a function that stops listening. Called at once when there is a snapshot already. */
  onChange(listener: (snapshot: RunSnapshot) => void): () => void;
  /** The last snapshot once the run has ended (or close() was called). Rejects when the run's files cannot be read. */
  done: Promise<RunSnapshot>;
  /** Stops watching; the run goes on. */
  close(): void;
}

export interface WatchOptions {
  /** Time between two looks, milliseconds. */
  intervalMs?: number;
  /** Called with what the output says, from its first byte on, as it is read. */
  onEvents?: (events: TrainerEvent[]) => void;
}

const pieceBytes = 4 * 1024 * 1024;
/** From this size on, the head and the tail are shown before the whole is read. */
const longBytes = 4 * 1024 * 1024;

/**
 * Follows a run: reads what its log has grown by, and finds out when it has ended. Any number of watchers may follow a
 * run; none of them touches it.
 */
export function watchRun(run: Run, options: WatchOptions = {}): RunWatcher {
  const listeners = new Set<(snapshot: RunSnapshot) => void>();
  const stop = new AbortController();
  let latest: RunSnapshot | null = null;
  const publish = (snapshot: RunSnapshot) => {
    latest = snapshot;
    if (!stop.signal.aborted) for (const listener of [...listeners]) listener(snapshot);
  };
  const done = follow(run, options, stop.signal, publish);
  // Whoever wants to know waits for it; others only listen.
  done.catch(() => {});
  return {
    snapshot: () => latest,
    onChange: (listener) => {
      listeners.add(listener);
      if (latest) listener(latest);
      return () => listeners.delete(listener);
    },
    done,
    close: () => stop.abort(),
  };
}

async function follow(run: Run, options: WatchOptions, stop: AbortSignal, publish: (snapshot: RunSnapshot) => void): Promise<RunSnapshot> {
  const { intervalMs = 250, onEvents = () => {} } = options;
  const reader = createTrainerReader();
  const files = new CheckpointFiles(run);
  const samples = new SampleFiles(run);
  let offset = 0;
  let shown = '';
  for (;;) {
    // The status first: what the trainer wrote before it ended is then certainly in the log.
    const status = await run.engine.status(run.host, run.folder);
    const [mark, log] = await Promise.all([readStopMark(run), run.host.info(logPath(run))]);
    const ended = status.state === 'ended' || status.state === 'gone';
    const see = async (said: RunState, partial: boolean): Promise<RunSnapshot> => {
      const concluded = { ...concludeRun(said, status, mark, log?.mtimeMs ?? null), samples: await samples.look() };
      const found = await files.look(concluded, ended);
      const state = withoutBroken(concluded, found);
      const kept = new Set(state.checkpoints.map(({ file }) => file));
      return { state, series: reader.series(), files: found.filter(({ file }) => kept.has(file)), partial };
    };
    if (offset === 0 && log && log.bytes > longBytes) publish(await see((await lookAtLog(run, log.bytes)).state, true));
    for (;;) {
      const piece = await run.host.read(logPath(run), offset, pieceBytes);
      if (piece.length === 0 || stop.aborted) break;
      offset += piece.length;
      onEvents(reader.push(piece));
      await new Promise(setImmediate);
    }
    if (ended) onEvents(reader.end());
    const snapshot = await see(reader.state(), false);
    // `last_output_s` grows by itself; only whole seconds of it are news.
    const key = JSON.stringify([snapshot.state, snapshot.files], (name, value: unknown) =>
      name === 'last_output_s' && typeof value === 'number' ? Math.floor(value) : value,
    );
    if (key !== shown) publish(snapshot);
    shown = key;
    if (ended || stop.aborted) return snapshot;
    await pause(intervalMs, stop);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const finish = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, ms);
    stop.addEventListener('abort', finish);
  });
}
