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
  /** The key line never leaves it out. */
  always?: boolean;
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
  const all = tables.flat().flatMap(({ keys: [first], short, always = false }) => (short && first ? [{ key: keyLabel(first), word: short, always }] : []));
  const length = ({ key, word }: { key: string; word: string }) => key.length + word.length + 3;
  let room = width - 1 - all.filter((one) => one.always).reduce((sum, one) => sum + length(one), 0);
  return all.filter((one) => {
    if (one.always) return true;
    if (length(one) > room) return false;
    room -= length(one);
    return true;
  });
}
