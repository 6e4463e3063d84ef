import { barEvent, parseBar } from './bar.js';
import type { Stream, TrainerEvent } from './events.js';
import { createLineReader } from './line-reader.js';
import { createMemory } from './memory.js';
import { createPieceCutter, type PieceCutter } from './pieces.js';
import { reduce } from './reduce.js';
import type { Series } from './run-state.js';
import { snapshot, type ReadState } from './snapshot.js';
import { readStepFrame } from './step-frame.js';
import { withoutTerminalCodes } from './terminal-codes.js';

export interface TrainerReader {
  /**
   * Takes the next bytes of the trainer's output, cut anywhere, and returns what they say. `stream` is given when the
   * two pipes are read apart; without it the bytes are a pseudo-terminal's or a log's, where both are mixed.
   * Frames of the same step that come in one push are one event.
   */
  push(bytes: Uint8Array, stream?: 'out' | 'err'): TrainerEvent[];
  /** The output has ended: what is left of it is taken as it is. */
  end(): TrainerEvent[];
  /** The state as of now, never changed afterwards; cheap, and the same object while nothing was read. */
  state(): ReadState;
  /** The loss curve, one row a step. This is the reader's own list, which goes on growing: do not change or keep it. */
  series(): Series;
}

/** Reads a trainer's output (kohya's sd-scripts) as it comes: bytes → events → run state. Never throws on any bytes. */
export function createTrainerReader(): TrainerReader {
  const memory = createMemory();
  const streams = new Map<Stream, { cutter: PieceCutter; flush: () => void }>();
  let events: TrainerEvent[] = [];
  let current: ReadState | null = null;

  const emit = (event: TrainerEvent): void => {
    const last = events.length - 1;
    const before = events[last];
    if (event.kind === 'step' && before?.kind === 'step' && before.step === event.step) events[last] = event;
    else events.push(event);
    reduce(memory, event);
  };

  const open = (stream: Stream): { cutter: PieceCutter; flush: () => void } => {
    const existing = streams.get(stream);
    if (existing) return existing;
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const lines = createLineReader(emit);
    let behindFrame = false;
    const text = (bytes: Uint8Array, start: number, end: number): string =>
      withoutTerminalCodes(decoder.decode(bytes.subarray(start, end)));
    const cutter = createPieceCutter({
      frame: (bytes, start, end) => {
        let event: TrainerEvent | null = readStepFrame(bytes, start, end);
        if (!event) {
          if (!mayBeFrame(bytes, start, end)) return false;
          const bar = parseBar(text(bytes, start, end));
          if (!bar?.whole) return false;
          event = barEvent(bar);
        }
        if (lines.pending) lines.flush();
        behindFrame = true;
        emit(event);
        return true;
      },
      line: (bytes, start, end) => {
        const content = text(bytes, start, end);
        const bar = parseBar(content);
        if (bar) {
          lines.flush();
          emit(barEvent(bar));
        } else lines.line(content, behindFrame);
        behindFrame = false;
      },
    });
    const created = { cutter, flush: () => lines.flush() };
    streams.set(stream, created);
    return created;
  };

  const taken = (): TrainerEvent[] => {
    const result = events;
    events = [];
    if (result.length > 0) current = null;
    return result;
  };

  return {
    push(bytes, stream) {
      open(stream ?? 'both').cutter.push(bytes);
      return taken();
    },
    end() {
      for (const { cutter, flush } of streams.values()) {
        cutter.end();
        flush();
      }
      return taken();
    },
    state: () => (current ??= snapshot(memory)),
    series: () => memory.series,
  };
}

/** Is there a `%|` in the bytes? */
function mayBeFrame(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end - 1; index++) {
    if (bytes[index] === 0x25 && bytes[index + 1] === 0x7c) return true;
  }
  return false;
}
