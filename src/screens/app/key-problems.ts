import { printable } from '../../core/printable.js';
import { withOverrides, type Binding, type KeyOverrides } from '../parts/bindings.js';

/**
 * What is wrong with a person's own keys, a sentence each: a name that is no action, a key that two actions of one screen
 * have. A key that a screen and the whole program use is none: the screen's action goes first.
 * @param tables the bindings of every screen, and those of the program
 */
export function keyProblems(keys: KeyOverrides, tables: ReadonlyArray<readonly Binding[]>): string[] {
  const known = new Set(tables.flat().map(({ action }) => action));
  const unknown = Object.keys(keys)
    .filter((action) => !known.has(action))
    .map((action) => `config.toml gives keys to “${printable(action)}”, which is no action; docs/keys.md lists them.`);
  return [...unknown, ...tables.flatMap((table) => doubles(withOverrides(table, keys), keys))];
}

function doubles(table: readonly Binding[], keys: KeyOverrides): string[] {
  const taken = new Map<string, string>();
  const said: string[] = [];
  for (const { action, keys: own } of table) {
    for (const key of new Set(own)) {
      const first = taken.get(key);
      if (first === undefined) taken.set(key, action);
      else if (keys[first] || keys[action]) said.push(`config.toml: ${first} and ${action} have the same key “${printable(key)}”; it does the first.`);
    }
  }
  return said;
}
