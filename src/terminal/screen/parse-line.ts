import { linkShift } from '../cell.js';
import { isHole } from '../images/hole.js';
import { Line } from './line.js';
import type { Links } from './links.js';
import { applySgr, type Pen } from './sgr.js';
import { cellWidth } from './width.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const escapeSequence = /\u001b(?:\[([\d;]*)m|\]8;([^\u0007\u001b]*)(?:\u0007|\u001b\\)|\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|.?)/y;

/**
 * Reads one line of a frame (text with SGR sequences and hyperlinks, as Ink writes it) into cells. What does not fit into
 * the width is cut off; a wide character of which only half fits leaves a blank.
 */
export function parseLine(text: string, width: number, links: Links): Line {
  const line = new Line(width);
  const pen: Pen = { fg: 0, bg: 0, attributes: 0 };
  let x = 0;
  let at = 0;
  while (at < text.length && x < width) {
    if (text.charCodeAt(at) === 0x1b) {
      escapeSequence.lastIndex = at;
      const match = escapeSequence.exec(text);
      if (match?.[1] !== undefined) applySgr(pen, match[1]);
      else if (match?.[2] !== undefined) pen.attributes = (pen.attributes & ((1 << linkShift) - 1)) | (links.number(match[2]) << linkShift);
      at = match ? escapeSequence.lastIndex : at + 1;
      continue;
    }
    let end = text.indexOf('\u001b', at);
    if (end < 0) end = text.length;
    x = putText(line, x, text, at, end, pen);
    at = end;
  }
  return line;
}

/** Puts the text from `at` to `end`, where no escape stands, and gives the column after it. */
function putText(line: Line, x: number, text: string, at: number, end: number, pen: Pen): number {
  while (at < end && x < line.width) {
    const code = text.charCodeAt(at);
    if (isPlain(code) && (at + 1 >= end || standsAlone(text.charCodeAt(at + 1)))) {
      line.put(x++, text.charAt(at++), pen.fg, pen.bg, pen.attributes);
    } else if (isHoleLead(code) && at + 1 < end && isHole(text.slice(at, at + 2))) {
      line.put(x++, text.slice(at, at + 2), pen.fg, pen.bg, pen.attributes);
      line.hasHoles = true;
      at += 2;
    } else {
      // Other scripts, emoji and marks: as far as the next plain pair or hole, cut into graphemes.
      let stop = at + 1;
      while (stop < end && !isHoleLead(text.charCodeAt(stop))) {
        if (isPlain(text.charCodeAt(stop)) && (stop + 1 >= end || standsAlone(text.charCodeAt(stop + 1)))) break;
        stop++;
      }
      for (const { segment } of segmenter.segment(text.slice(at, stop))) x = putGrapheme(line, x, segment, pen);
      at = stop;
    }
  }
  return x;
}

function putGrapheme(line: Line, x: number, grapheme: string, pen: Pen): number {
  const width = cellWidth(grapheme);
  if (width === 0) {
    // Ink gives it a cell of its own; a terminal would hang it on the character before.
    line.put(x, ' ', pen.fg, pen.bg, pen.attributes);
    return x + 1;
  }
  if (x + width > line.width) {
    for (let i = x; i < line.width; i++) line.put(i, ' ', pen.fg, pen.bg, pen.attributes);
    return x + width;
  }
  line.put(x, grapheme, pen.fg, pen.bg, pen.attributes);
  for (let i = 1; i < width; i++) line.put(x + i, '', pen.fg, pen.bg, pen.attributes);
  return x + width;
}

function isHoleLead(code: number): boolean {
  return code >= 0xdbc0 && code <= 0xdbff;
}

/** Does a code unit never join the plain one before it into one grapheme? */
function standsAlone(code: number): boolean {
  return isPlain(code) || isHoleLead(code);
}

/** A code unit that is one grapheme of one column wherever it stands beside another such one. */
function isPlain(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa1 && code < 0x300 && code !== 0xad && code !== 0xa9 && code !== 0xae) || (code >= 0x2500 && code < 0x25a0);
}
