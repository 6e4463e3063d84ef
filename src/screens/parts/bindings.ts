import { keyLabel } from './key-name.js';

/** Keys as data: which keys call which action, and what help, key line and palette say of it. */
export interface Binding {
  /** Name of the action, e.g. `dataset.mark`; the word before the dot is its screen, or `app`. */
  action: string;
  keys: readonly string[];
  /** What it does, for help and palette. */
  label: string;
  /** One or two words for the key line at the bottom; without it the line leaves it out. */
  short?: string;
  /** Heading in the help, e.g. `move`. */
  group: string;
}

/** The user's own keys by action name, from the `[keys]` table of the configuration. */
export type KeyOverrides = Readonly<Record<string, readonly string[]>>;

/** The bindings with the user's keys in place of ours. */
export function withOverrides(bindings: readonly Binding[], overrides: KeyOverrides): Binding[] {
  return bindings.map((binding) => ({ ...binding, keys: overrides[binding.action] ?? binding.keys }));
}

/** The action of a key: the screen's own binding wins over those that hold everywhere. */
export function actionOf(key: string, ...tables: ReadonlyArray<readonly Binding[]>): string | null {
  for (const table of tables) {
    const found = table.find((binding) => binding.keys.includes(key));
    if (found) return found.action;
  }
  return null;
}

/** The keys of a binding for people, e.g. `j ↓`. */
export function keysLabel(binding: Binding): string {
  return binding.keys.map(keyLabel).join(' ');
}

/**
 * The key line: as many `key word` pairs as fit, in the order of the tables.
 *
 * @example keyLine([[{keys: ['space'], short: 'mark', …}]], 40) // [{key: 'space', word: 'mark'}]
 */
export function keyLine(tables: ReadonlyArray<readonly Binding[]>, width: number): { key: string; word: string }[] {
  const line: { key: string; word: string }[] = [];
  let used = 1;
  for (const binding of tables.flat()) {
    const first = binding.keys[0];
    if (!binding.short || first === undefined) continue;
    const key = keyLabel(first);
    const length = key.length + 1 + binding.short.length + 2;
    if (used + length > width) continue;
    used += length;
    line.push({ key, word: binding.short });
  }
  return line;
}
