import stringWidth from 'string-width';
import type { LogLevel } from './events.js';

/*
 * rich lays a log record out in columns (time, level, message, place in the source) and folds the message at whatever
 * width the terminal had. A record is read from its first line to the last one that is blank left of the message.
 */

/** Columns of time and level in a terminal of usual width, and of the level alone. */
const USUAL_OFFSET = 29;
const LEVEL_COLUMNS = 9;
const HEADER = /^\s*(?:(\[?\d{4}-\d\d-\d\d)(?: \d\d:\d\d:\d\d\]?)?)?\s*\b(DEBUG|INFO|WARNING|ERROR|CRITICAL) {1,4}(?: |$)/;
/** The rest of a time that a narrow terminal folded. */
const FOLDED_TIME = /^\s*\d\d:\d\d:\d\d\]?\s*$/;
/** `train_util.py:784`, cut with an ellipsis in a narrow terminal. */
const PLACE = /(?:^|\s)([\w./\\-]+\.py(?::\d*)?…?|[\w./\\-]+…)\s*$/;
const LONGEST_RECORD = 400;

/** A record that is being read. */
export interface OpenRecord {
  level: LogLevel;
  /** Columns left of the message. */
  offset: number;
  /** Width of the message column; null when the first line does not show it. */
  width: number | null;
  pieces: string[];
}

/**
 * The record that begins with this line (no terminal codes in it), or null. `behindFrame`: the line goes on behind a bar
 * frame, so its blanks are partly the frame's padding.
 */
export function openRecord(line: string, behindFrame: boolean): OpenRecord | null {
  const header = HEADER.exec(line);
  if (!header) return null;
  const level = header[2] as LogLevel;
  const levelStart = header[0].lastIndexOf(level);
  const messageStart = Math.min(levelStart + LEVEL_COLUMNS, line.length);
  const left = header[1] === undefined ? (behindFrame ? 0 : -1) : line.indexOf(header[1]);
  const offset = left < 0 ? messageStart : header[1] === undefined ? USUAL_OFFSET : messageStart - left;
  let message = line.slice(messageStart).trimEnd();
  const place = PLACE.exec(message);
  const width = place ? stringWidth(message.slice(0, message.length - (place[1] ?? '').length)) - 1 : null;
  if (place) message = message.slice(0, place.index);
  return { level, offset, width: width !== null && width > 0 ? width : null, pieces: [message.trimEnd()] };
}

/** Adds the line to the record if it continues it; false when it does not. */
export function continueRecord(record: OpenRecord, line: string): boolean {
  const left = line.slice(0, record.offset);
  if (left.trim() !== '' && !FOLDED_TIME.test(left)) return false;
  if (line.length <= record.offset) return line.trim() === '' || FOLDED_TIME.test(left);
  if (record.pieces.length < LONGEST_RECORD) record.pieces.push(line.slice(record.offset).trimEnd());
  return true;
}

/**
 * The record's message on one line. rich breaks at a space, and folds only a word that is longer than the column: such
 * a word begins a line of its own and fills it.
 */
export function recordText(record: OpenRecord): string {
  let text = '';
  let folded = true;
  for (const piece of record.pieces) {
    text += folded ? piece : ` ${piece.trimStart()}`;
    // A character of two columns that does not fit leaves the last one free.
    const full = record.width !== null && stringWidth(piece) >= record.width - (isWide(piece) ? 1 : 0);
    folded = full && !piece.trimStart().includes(' ');
  }
  return text.trim();
}

function isWide(piece: string): boolean {
  return stringWidth(piece.slice(-1)) === 2;
}
