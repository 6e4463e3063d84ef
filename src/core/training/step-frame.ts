import type { Loss, StepEvent } from './events.js';

/*
 * A log of a long run is nearly all training-bar frames. This reads a frame of the usual form straight from its bytes;
 * whatever is unusual about one (exponents, unknown keys, escape codes, a cut) is left to the grammar in `bar.ts`,
 * and both give the same event.
 */

const HEAD = ascii('steps: ');
const LOSS = ascii('avr_loss=');
const NORM = ascii('Average key norm=');
const SCALED = ascii('Keys Scaled=');
const TENSOR = ascii('tensor(');
const SPACE = 0x20;
const ZERO = 0x30;
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Where the number or time read last ends. */
let at = 0;

/** The event of `bytes[start, end)`, whose last byte is `]`; null when it is no training frame of the usual form. */
export function readStepFrame(bytes: Uint8Array, start: number, end: number): StepEvent | null {
  if (end - start < 30 || !startsWith(bytes, start, HEAD)) return null;
  let open = end - 2;
  const floor = start + HEAD.length;
  while (open > floor && bytes[open] !== 0x5b) open--;
  if (open <= floor || bytes[open - 1] !== SPACE) return null;

  let from = open - 2;
  while (from > floor && isDigit(bytes[from])) from--;
  if (bytes[from] !== 0x2f || open - 2 - from > 9) return null;
  const total = whole(bytes, from + 1);
  const slash = from--;
  while (from > floor && isDigit(bytes[from])) from--;
  if (slash - from > 10 || slash - from < 2) return null;
  const step = whole(bytes, from + 1);
  while (from > floor && bytes[from] === SPACE) from--;
  if (bytes[from] !== 0x7c || !percent(bytes, floor)) return null;

  const elapsed = time(bytes, open + 1);
  if (elapsed < 0 || bytes[at] !== 0x3c) return null;
  let eta = -1;
  if (bytes[at + 1] === 0x3f) at += 2;
  else if ((eta = time(bytes, at + 1)) < 0) return null;
  if (bytes[at] !== 0x2c || bytes[at + 1] !== SPACE) return null;
  at += 2;
  while (bytes[at] === SPACE) at++;
  let rate = -1;
  if (bytes[at] === 0x3f) at++;
  else if ((rate = decimal(bytes, at)) < 0) return null;
  const slow = bytes[at] === 0x73;
  // `it/s` or `s/it`
  if (!(slow ? word(bytes, 0x73, 0x2f, 0x69, 0x74) : word(bytes, 0x69, 0x74, 0x2f, 0x73))) return null;
  at += 4;

  let average: Loss | null = null;
  let norm: number | null = null;
  let scaled: number | null = null;
  while (bytes[at] === 0x2c) {
    if (bytes[at + 1] !== SPACE) return null;
    const key = at + 2;
    if (startsWith(bytes, key, LOSS)) {
      at = key + LOSS.length;
      if (bytes[at] === 0x6e && bytes[at + 1] === 0x61 && bytes[at + 2] === 0x6e) {
        at += 3;
        average = 'nan';
      } else if ((average = decimal(bytes, at)) < 0) return null;
    } else if (startsWith(bytes, key, NORM)) {
      if ((norm = maybeTensor(bytes, key + NORM.length, end)) < 0) return null;
    } else if (startsWith(bytes, key, SCALED)) {
      if ((scaled = maybeTensor(bytes, key + SCALED.length, end)) < 0) return null;
    } else return null;
  }
  if (at !== end - 1) return null;
  return {
    kind: 'step',
    step,
    total,
    average_loss: average,
    key_norm: norm,
    keys_scaled: scaled,
    seconds_per_step: rate > 0 ? (slow ? rate : 1 / rate) : null,
    elapsed_s: elapsed,
    eta_s: eta < 0 ? null : eta,
  };
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text[index]) return false;
  return true;
}

function word(bytes: Uint8Array, a: number, b: number, c: number, d: number): boolean {
  return bytes[at] === a && bytes[at + 1] === b && bytes[at + 2] === c && bytes[at + 3] === d;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= 0x39;
}

function whole(bytes: Uint8Array, from: number): number {
  let value = 0;
  at = from;
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= 0x39; byte = bytes[++at] ?? 0) value = value * 10 + byte - ZERO;
  return value;
}

/** Spaces, one to three digits, `%|`. */
function percent(bytes: Uint8Array, from: number): boolean {
  at = from;
  while (bytes[at] === SPACE) at++;
  const first = at;
  whole(bytes, at);
  return at > first && at - first <= 3 && bytes[at] === 0x25 && bytes[at + 1] === 0x7c;
}

/** `MM:SS` or `H:MM:SS` in seconds; -1 for other forms. */
function time(bytes: Uint8Array, from: number): number {
  let value = whole(bytes, from);
  if (at === from || at - from > 9) return -1;
  let parts = 1;
  while (bytes[at] === 0x3a && parts < 3) {
    const field = at + 1;
    value = value * 60 + whole(bytes, field);
    if (at === field || at - field > 9) return -1;
    parts++;
  }
  return parts < 2 ? -1 : value;
}

/**
 * Digits with at most one point among them, -1 for other forms. Exact: up to 15 digits are held without loss and the
 * division is rounded correctly, so it is the number that the same text is elsewhere.
 */
function decimal(bytes: Uint8Array, from: number): number {
  let value = whole(bytes, from);
  let digits = at - from;
  if (digits === 0) return -1;
  if (bytes[at] !== 0x2e) return digits > 15 ? -1 : value;
  const point = at;
  for (let byte = bytes[++at] ?? 0; byte >= ZERO && byte <= 0x39; byte = bytes[++at] ?? 0) value = value * 10 + byte - ZERO;
  const places = at - point - 1;
  digits += places;
  if (digits > 15) return -1;
  return value / (POWERS[places] ?? 1);
}

/** `0.298`, `tensor(0.3635)` or `tensor(59., device='cuda:0')`; -1 for other forms. */
function maybeTensor(bytes: Uint8Array, from: number, end: number): number {
  if (!startsWith(bytes, from, TENSOR)) return decimal(bytes, from);
  const value = decimal(bytes, from + TENSOR.length);
  if (bytes[at] === 0x2c) while (at < end && bytes[at] !== 0x29) at++;
  return bytes[at++] === 0x29 ? value : -1;
}
