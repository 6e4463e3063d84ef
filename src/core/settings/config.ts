import type { SettingsFile } from './file.js';
import type { SettingValue } from './model.js';
import { effective } from './resolve.js';
import { ARGUMENTS } from './table/arguments.js';
import { tomlLine } from './toml.js';
import { tomlValue } from './types.js';

/**
 * What is handed to sd-scripts with `--config_file`: every value that counts, the file's and the recipe's, as TOML
 * that Python's `toml` 0.10.2 reads (lists of one kind, floats with a point). Switches that are off are left out, as
 * their arguments can only be turned on; so are the keys of `[loradeck]`. Paths stay as written: relative ones are
 * meant from the workspace, where the run starts.
 */
export function configText(file: SettingsFile): string {
  const values = effective(file);
  const known = Object.keys(ARGUMENTS).filter((key) => Object.hasOwn(values, key));
  const unknown = Object.keys(values).filter((key) => !Object.hasOwn(ARGUMENTS, key));
  return [...known, ...unknown].flatMap((key) => lineOf(key, values[key])).join('');
}

function lineOf(key: string, value: SettingValue | undefined): string[] {
  if (value === undefined || value === false) return [];
  return [`${tomlLine(key, tomlValue(ARGUMENTS[key]?.type, value))}\n`];
}
