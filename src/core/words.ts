import { printable } from './printable.js';

/*
 * Counts and times as messages write them, so that the same number reads the same in a finding, a screen and a command.
 */

// Made once, and not before it is needed: a formatter is dear to make.
let format: Intl.NumberFormat | undefined;

/** A number for people: `1,271`. */
export function number(value: number): string {
  return (format ??= new Intl.NumberFormat('en')).format(value);
}

/** `1 image`, `3 images`; with a verb `1 image has`, `3 images have`. */
export function counted(count: number, noun: string, one = '', many = one): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}${one === '' ? '' : ` ${count === 1 ? one : many}`}`;
}

/** A large number in four characters or so: `812`, `4.1k`, `270k`, `5.2M`. */
export function shortCount(value: number): string {
  if (value < 1000) return String(value);
  const [scaled, unit] = value < 999_500 ? [value / 1000, 'k'] : [value / 1_000_000, 'M'];
  return `${scaled < 9.95 ? scaled.toFixed(1) : Math.round(scaled)}${unit}`;
}

/** The first three by name, so that a line stays a line: `a, b, c and 9 more`. Safe to print. */
export function listed(names: readonly string[]): string {
  const named = names.slice(0, 3).map((name) => printable(name)).join(', ');
  return names.length > 3 ? `${named} and ${number(names.length - 3)} more` : named;
}

/** Seconds for people: `48 s`, `27 min`, `1 h 05 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** A moment on this machine's clock: `2026-11-23 14:05`. @param ms since 1970; empty where there is none */
export function dateTime(ms: number): string {
  const date = new Date(ms);
  if (!Number.isFinite(date.getTime())) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Bytes for people: `36 MB`. */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
