import { printable } from '../printable.js';
import type { SettingValue } from './model.js';
import type { Problem } from './problem.js';
import type { Argument, ArgumentType } from './table/arguments.js';
import type { TomlValue } from './toml.js';

const words: Readonly<Record<ArgumentType, string>> = {
  text: 'a text in quotes',
  flag: 'true or false, without quotes',
  integer: 'a whole number',
  number: 'a number',
  'integer-or-number': 'a number',
  texts: 'a list of texts, as in ["a=1", "b=2"]',
  numbers: 'a list of numbers, as in [1.0, 1.0]',
};

/**
 * Says what is wrong when a value in the file has not the type that the trainer needs: it takes values as they are
 * and a text "False" counts as true.
 * @param raw as parsed, integers as `bigint`
 */
export function wrongType(key: string, argument: Argument, raw: unknown, value: SettingValue): Problem | null {
  if (fits(argument.type, raw)) return null;
  const better = mended(argument.type, value);
  return {
    kind: 'type',
    key,
    message: `${key} is ${words[argument.type]}; the trainer takes ${printable(JSON.stringify(value))} as it stands.`,
    ...(better === undefined ? {} : { better }),
  };
}

function fits(type: ArgumentType, raw: unknown): boolean {
  switch (type) {
    case 'text':
      return typeof raw === 'string';
    case 'flag':
      return typeof raw === 'boolean';
    case 'integer':
      return typeof raw === 'bigint';
    case 'number':
    case 'integer-or-number':
      return typeof raw === 'bigint' || (typeof raw === 'number' && Number.isFinite(raw));
    case 'texts':
      return Array.isArray(raw) && raw.every((item) => typeof item === 'string');
    case 'numbers':
      return Array.isArray(raw) && raw.every((item) => typeof item === 'bigint' || typeof item === 'number');
  }
}

function mended(type: ArgumentType, value: SettingValue): SettingValue | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  switch (type) {
    case 'text':
      return Array.isArray(value) ? value.join(',') : String(value);
    case 'flag':
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      return /^(true|1|yes|on)$/i.test(String(value)) ? true : /^(false|0|no|off|)$/i.test(String(value)) ? false : undefined;
    case 'integer':
      return Number.isInteger(number) ? number : undefined;
    case 'number':
    case 'integer-or-number':
      return Number.isFinite(number) ? number : undefined;
    case 'texts':
      return typeof value === 'string' ? value.split(/\s+/).filter((item) => item !== '') : undefined;
    case 'numbers':
      return Number.isFinite(number) ? [number] : undefined;
  }
}

/** A value as it is written to TOML: whole numbers as integers or floats by the argument's type (R-37 for warm-up). */
export function tomlValue(type: ArgumentType | undefined, value: SettingValue): TomlValue {
  if (typeof value === 'number') {
    const whole = Number.isSafeInteger(value) && type !== 'number' && type !== 'numbers';
    return whole ? BigInt(value) : value;
  }
  return value;
}
