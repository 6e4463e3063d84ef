import { parse, TomlError } from 'smol-toml';
import { printable } from '../printable.js';

/** A text that is no TOML. Its message is what the file has, e.g. `a mistake at line 3, column 5: invalid value`. */
export class TomlMistake extends Error {
  override name = 'TomlMistake';

  /** One sentence. @param file - its name as people know it, safe to print */
  sentence(file: string): string {
    return `${file} has ${this.message}.`;
  }
}

/**
 * Reads the text of a TOML file; a byte order mark is passed over. Whole numbers are `bigint` where that is asked for, so
 * that they are told from floats.
 * @throws TomlMistake when the text is none
 */
export function readToml(text: string, { integersAsBigInt = false } = {}): Record<string, unknown> {
  try {
    return parse(text.replace(/^\ufeff/, ''), { integersAsBigInt });
  } catch (error) {
    if (!(error instanceof TomlError)) throw new TomlMistake('a mistake that makes it no TOML');
    const what = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document:\s*/, '');
    throw new TomlMistake(`a mistake at line ${error.line}, column ${error.column}: ${printable(what)}`);
  }
}
