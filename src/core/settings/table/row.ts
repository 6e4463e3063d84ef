import type { Setting } from '../model.js';
import { ARGUMENTS } from './arguments.js';

/** A row of the table; the trainer's default comes from the list of its arguments. */
export function argument(key: string, row: Omit<Setting, 'key' | 'default'>): Setting {
  const known = ARGUMENTS[key];
  if (!known) throw new Error(`${key} is no argument of the trainer`);
  return { key, default: known.default, ...row };
}
