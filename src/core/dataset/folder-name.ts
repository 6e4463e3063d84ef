/** What the trainer makes of the name of a folder in the image folder: `10_sks girl` is ten repeats of `sks girl`. */
export interface FolderName {
  /** An integer, as Python's `int()` reads what precedes the first `_`; null when it is none. */
  repeats: number | null;
  /** What follows the first `_`, further underscores kept; empty when there is none. */
  text: string;
}

/**
 * Splits a folder's name as sd-scripts does: at the first `_`, the number read by the rules of Python's `int()`
 * (spaces around it, a sign, leading zeros and the digits of every script are fine; fractions and exponents are not).
 *
 * @example folderName('007_a_b') // {repeats: 7, text: 'a_b'}
 * @example folderName('1.5_x') // {repeats: null, text: 'x'}
 */
export function folderName(name: string): FolderName {
  const cut = name.indexOf('_');
  const number = cut < 0 ? name : name.slice(0, cut);
  return { repeats: pythonInt(number), text: cut < 0 ? '' : name.slice(cut + 1) };
}

/** Reads text as Python's `int()` does, as far as text without an underscore goes. Null when Python would refuse it. */
function pythonInt(text: string): number | null {
  const trimmed = text.replace(/^[\s\u001c-\u001f\u0085]+|[\s\u001c-\u001f\u0085]+$/g, '');
  const match = /^([+-]?)(\p{Nd}+)$/u.exec(trimmed);
  if (!match?.[2]) return null;
  const value = Number([...match[2]].map(digitValue).join(''));
  return match[1] === '-' ? 0 - value : value;
}

/** The value of a decimal digit of any script: digits stand in unbroken rows of ten, from 0 to 9. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}
