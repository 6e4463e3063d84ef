import { printable } from '../printable.js';
import { savedName } from '../dataset/query/saved-filters.js';
import type { Change } from '../journal/change.js';
import { parseSettings, SETTINGS_FILE, type SettingsFile } from './file.js';
import type { Goal, Ours, SettingValue } from './model.js';
import {
  changeType,
  isLycoris,
  LYCORIS,
  NETWORK_TYPES,
  readNetwork,
  trainsConvolutions,
  writeArgs,
  type NetworkType,
} from './network.js';
import { DEFAULT_RECIPE } from './recipes.js';
import { effective, effectiveNetwork, goalOf, recipeOf, usualArgs } from './resolve.js';
import { ARGUMENTS } from './table/arguments.js';
import { findSetting } from './table/index.js';
import { removeToml, setToml, SettingsError } from './toml.js';
import { tomlValue } from './types.js';

/**
 * Sets one setting, virtual or an argument of its own, in `loradeck.toml`, which is made when there is none.
 * @returns a change of one text file; without entries when the file says so already
 * @throws SettingsError with one sentence when the file is broken or the key unknown
 */
export function setSetting(file: SettingsFile, key: string, value: SettingValue): Change {
  if (!findSetting(key) && !Object.hasOwn(ARGUMENTS, key)) throw new SettingsError(`${printable(key)} is no setting.`);
  const what = `set ${findSetting(key)?.label ?? key} to ${formatValue(value)}`;
  return changed(file, what, (text) => {
    const now = text === file.text ? file : parseSettings(file.root, text, file.concepts);
    return findSetting(key)?.virtual ? setVirtual(now, text, key, value) : setArgument(now, text, key, value);
  });
}

/** Takes one setting out of the file, so that the recipe's value counts again, or the trainer's. Otherwise as {@link setSetting}. */
export function unsetSetting(file: SettingsFile, key: string): Change {
  const what = `unset ${findSetting(key)?.label ?? printable(key)}`;
  if (file.text === null && file.broken === null) return { what, images: 0, entries: [] };
  return changed(file, what, (text) =>
    findSetting(key)?.virtual ? unsetVirtual(file, text, key) : removeArgument(file, text, key),
  );
}

/** Sets a key of the `[loradeck]` table; null takes it out. */
export function setOurs<K extends Exclude<keyof Ours, 'goals' | 'filters' | 'keep_tags'>>(file: SettingsFile, key: K, value: Ours[K] | null): Change {
  const what = value === null ? `unset ${key}` : `set ${key} to ${printable(value)}`;
  return changed(file, what, (text) =>
    value === null ? removeToml(text, ['loradeck', key]) : setToml(text, ['loradeck', key], value),
  );
}

/** Sets what a concept is for (W07): by its activation text or folder, `*` for all; null takes it out. */
export function setGoal(file: SettingsFile, concept: string, goal: Goal | null): Change {
  const path = ['loradeck', 'goals', concept];
  const what = goal === null ? `unset the goal of ${printable(concept)}` : `set the goal of ${printable(concept)} to ${goal}`;
  return changed(file, what, (text) => (goal === null ? removeToml(text, path) : setToml(text, path, goal)));
}

/** Saves a filter under a name, or takes it out (null). A name that is there in another case is that one. */
export function setFilter(file: SettingsFile, name: string, query: string | null): Change {
  const path = ['loradeck', 'filters', savedName(file.ours.filters, name) ?? name];
  const what = `${query === null ? 'removed' : 'saved'} the filter @${printable(name)}`;
  return changed(file, what, (text) => (query === null ? removeToml(text, path) : setToml(text, path, query)));
}

/** Renames a key that the trainer does not know to the one that was meant. */
export function renameSetting(file: SettingsFile, key: string, meant: string): Change {
  const value = file.values[key];
  if (value === undefined) throw new SettingsError(`${printable(key)} is not in the file.`);
  return changed(file, `rename ${printable(key)} to ${meant}`, (text) => {
    const cut = removeToml(text, file.places[key] ?? [key]);
    return Object.hasOwn(file.values, meant) ? cut : setArgument(parseSettings(file.root, cut), cut, meant, value);
  });
}

/** How a new `loradeck.toml` begins. @param recipe the one that it names; without it the recipe follows from the goals */
export function newFileText(recipe?: string): string {
  const which = recipe === undefined ? 'that fits the goals' : 'named below';
  const head = [
    '# Settings for training, by the names of the trainer’s own arguments.',
    `# What is not set here comes from the recipe ${which}; \`loradeck train . --dry-run --json\` shows all that a start hands over.`,
    'train_data_dir = "."',
    '',
    '[loradeck]',
  ];
  if (recipe !== undefined) head.push(`recipe = ${JSON.stringify(recipe)}`);
  return `${head.join('\n')}\n`;
}

function changed(file: SettingsFile, what: string, edit: (text: string) => string): Change {
  if (file.broken !== null) throw new SettingsError(`${file.broken} Mend it in an editor first.`);
  const before = file.text;
  const after = edit(before ?? newFileText(DEFAULT_RECIPE.replace('character', goalOf(file))));
  return { what, images: 0, entries: after === before ? [] : [{ kind: 'text', path: SETTINGS_FILE, before, after }] };
}

function setArgument(file: SettingsFile, text: string, key: string, value: SettingValue): string {
  const type = ARGUMENTS[key]?.type;
  return setToml(text, file.places[key] ?? [key], tomlValue(type, value));
}

function removeArgument(file: SettingsFile, text: string, key: string): string {
  return removeToml(text, file.places[key] ?? [key]);
}

function setVirtual(file: SettingsFile, text: string, key: string, value: SettingValue): string {
  const network = effectiveNetwork(file);
  if (key === 'lora_type') {
    const type = NETWORK_TYPES.find((known) => known === value);
    if (!type) throw new SettingsError(`${formatValue(value)} is no type of network; known are ${NETWORK_TYPES.join(', ')}.`);
    return setType(file, text, type);
  }
  if (key === 'preset' && !isLycoris(network))
    throw new SettingsError('A preset belongs to LyCORIS; choose a LyCORIS type first.');
  if (key !== 'preset' && !trainsConvolutions(network))
    throw new SettingsError('This network trains no convolutions; choose another type or preset first.');
  network.args.set(key, String(value));
  return setNetwork(file, text, network.module ?? LYCORIS, writeArgs(network.args));
}

function setType(file: SettingsFile, text: string, type: NetworkType): string {
  const network = readNetwork(effective(file));
  if (network.type === type) return text;
  const { module, args } = changeType(network, type, usualArgs({ ...network, type }));
  const list = writeArgs(args);
  // When the recipe gives just this, the file need not say it.
  const bare = removeArgument(file, removeArgument(file, text, 'network_args'), 'network_module');
  const without = parseSettings(file.root, bare, file.concepts);
  if (recipeOf(without)?.network === type && JSON.stringify(effective(without)['network_args'] ?? []) === JSON.stringify(list))
    return bare;
  return setNetwork(file, text, module, list);
}

function setNetwork(file: SettingsFile, text: string, module: string, list: readonly string[]): string {
  let edited = text;
  if (effective(file)['network_module'] !== module) edited = setArgument(file, edited, 'network_module', module);
  if (list.length > 0 || file.values['network_args'] !== undefined) edited = setArgument(file, edited, 'network_args', list);
  return edited;
}

function unsetVirtual(file: SettingsFile, text: string, key: string): string {
  if (key === 'lora_type') return removeArgument(file, removeArgument(file, text, 'network_args'), 'network_module');
  if (file.values['network_args'] === undefined) return text;
  const { args } = readNetwork(file.values);
  args.delete(key);
  const given = recipeOf(file) ? usualArgs(effectiveNetwork(file)).get(key) : undefined;
  if (given !== undefined) args.set(key, given);
  return setArgument(file, text, 'network_args', writeArgs(args));
}

/** A value as a person reads and types it. */
export function formatValue(value: SettingValue | null): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'object') return printable(value.join(' '));
  return printable(String(value));
}
