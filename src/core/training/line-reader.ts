import type { TrainerEvent } from './events.js';
import { readPhrase, readPlainLine } from './phrases.js';
import { continueRecord, openRecord, recordText, type OpenRecord } from './rich-record.js';

const TRACEBACK = 'Traceback (most recent call last):';
const LAUNCHER = /accelerate[/\\]commands[/\\]/;
const RAISED = /^([A-Za-z_][\w.]*)(?:: (.*))?$/s;

export interface LineReader {
  /** Text between two bar frames or line ends, without terminal codes. `behindFrame`: it stands behind a frame. */
  line(text: string, behindFrame: boolean): void;
  /** A record is open: it ends with the next thing that is no continuation. */
  readonly pending: boolean;
  /** Ends what is open. */
  flush(): void;
}

interface Traceback {
  launcher: boolean;
  /** Python reports an exception that it goes on after ("Exception ignored in"). */
  harmless: boolean;
}

/** Reads one stream's lines: log records over several lines, tracebacks, and plain lines. */
export function createLineReader(emit: (event: TrainerEvent) => void): LineReader {
  let record: OpenRecord | null = null;
  let traceback: Traceback | null = null;
  let ignored = false;

  const flush = (): void => {
    if (!record) return;
    const text = recordText(record);
    emit({ kind: 'record', level: record.level, text });
    record = null;
    for (const event of readPhrase(text)) emit(event);
  };

  const inTraceback = (open: Traceback, text: string): void => {
    if (/^\s/.test(text)) {
      if (LAUNCHER.test(text)) open.launcher = true;
      return;
    }
    traceback = null;
    const raised = RAISED.exec(text.trimEnd());
    if (!raised) return line(text, false);
    if (open.harmless) return;
    emit({ kind: 'exception', type: raised[1] ?? '', message: (raised[2] ?? '').trim(), launcher: open.launcher });
  };

  const line = (text: string, behindFrame: boolean): void => {
    if (text.trim() === '') return;
    if (record && continueRecord(record, text)) return;
    flush();
    const start = text.indexOf(TRACEBACK);
    if (start >= 0) {
      traceback = { launcher: false, harmless: ignored };
      ignored = false;
      return;
    }
    if (traceback) return inTraceback(traceback, text);
    ignored = text.startsWith('Exception ignored in');
    record = openRecord(text, behindFrame);
    if (!record) for (const event of readPlainLine(text.trimEnd())) emit(event);
  };

  return {
    line,
    flush,
    get pending() {
      return record !== null;
    },
  };
}
