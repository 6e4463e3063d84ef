import { printable } from '../core/printable.js';

/** Prints a value as JSON on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value, 2)}\n`);
}

/** Prints a value as JSON in a line of its own, for output that goes on. */
export function printJsonLine(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`);
}

/** JSON leaves some characters bare with which a file name could steer the terminal; escaped they mean the same. */
function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Prints one line for a person on stdout; control characters in it are made visible. */
export function printLine(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Says one line on stderr, where it does not get into what a program reads from stdout. */
export function complain(text: string): void {
  process.stderr.write(`loradeck: ${printable(text)}\n`);
}

/**
 * Prints rows in columns for a person. Numbers stand to the right.
 *
 * @param head - the columns' names, printed in the first line; none when there are no rows
 */
export async function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Promise<void> {
  if (rows.length === 0) return;
  const { default: width } = await import('string-width');
  const lines = [head, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const widths = head.map((_, column) => lines.reduce((most, line) => Math.max(most, width(line[column] ?? '')), 0));
  const right = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const text = lines.map((line) =>
    line
      .map((cell, column) => {
        const gap = ' '.repeat((widths[column] ?? 0) - width(cell));
        return right[column] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`${text.join('\n')}\n`);
}
