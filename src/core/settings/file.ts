import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { folderName } from '../dataset/folder-name.js';
import { isTrained } from '../dataset/image-names.js';
import { listFolder } from '../dataset/walk.js';
import { isConceptName, SETTINGS_FILE } from '../dataset/workspace.js';
import { printable } from '../printable.js';
import type { Ours, SettingValue } from './model.js';
import { nearestArgument } from './names.js';
import { defaultOurs, isTable, readOurs } from './ours.js';
import type { Problem } from './problem.js';
import { readToml, TomlMistake } from './read-toml.js';
import { ARGUMENTS } from './table/arguments.js';
import { findSetting } from './table/index.js';
import { wrongType } from './types.js';

export { SETTINGS_FILE } from '../dataset/workspace.js';

/** A folder `N_text` of the workspace, as far as settings depend on it (S07, M01). */
export interface FolderCount {
  folder: string;
  /** What follows `N_`. */
  text: string;
  repeats: number;
  images: number;
}

/** `loradeck.toml` as it was read. Nothing in it is ever changed: edits give a `Change`, and the file is read again. */
export interface SettingsFile {
  /** Absolute path of the workspace. */
  root: string;
  /** Name of the workspace's folder. */
  name: string;
  /** The text as it stands; null when there is no file, and when it cannot be read. */
  text: string | null;
  /** What stands in the file for the trainer, tables flattened as it does (one level). */
  values: Readonly<Record<string, SettingValue>>;
  /** Where each of them stands: `['network_dim']`, or `['network', 'network_dim']` in a table. */
  places: Readonly<Record<string, readonly string[]>>;
  ours: Ours;
  /** The folders that the trainer would read. */
  concepts: readonly FolderCount[];
  problems: readonly Problem[];
  /** Why the file cannot be edited, in one sentence; null when it can. */
  broken: string | null;
}

/**
 * Reads the settings of a workspace. Never throws: a file with a mistake gives a problem that names line and column,
 * and the assumed recipe counts as if there were none.
 */
export async function loadSettings(root: string): Promise<SettingsFile> {
  return readSettings(root, await countFolders(root));
}

/** The same without a look at the folders. */
export async function readSettings(root: string, concepts: readonly FolderCount[] = []): Promise<SettingsFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(root, SETTINGS_FILE));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return parseSettings(root, null, concepts);
    return brokenFile(root, concepts, null, 'unreadable', `${SETTINGS_FILE} cannot be read (${code ?? 'unknown reason'}).`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return brokenFile(root, concepts, null, 'unreadable', `${SETTINGS_FILE} is not UTF-8 text; save it as UTF-8 in your editor.`);
  }
  return parseSettings(root, text, concepts);
}

/** The same from a text in hand. Null = there is no file. */
export function parseSettings(root: string, text: string | null, concepts: readonly FolderCount[] = []): SettingsFile {
  let all: Record<string, unknown>;
  try {
    all = readToml(text ?? '', { integersAsBigInt: true });
  } catch (error) {
    if (!(error instanceof TomlMistake)) throw error;
    return brokenFile(root, concepts, text, 'syntax', error.sentence(SETTINGS_FILE));
  }
  const problems: Problem[] = [];
  const values: Record<string, SettingValue> = {};
  const places: Record<string, readonly string[]> = {};
  const take = (key: string, raw: unknown, place: readonly string[]) => {
    const value = toSettingValue(raw);
    if (value === undefined)
      problems.push({ kind: 'type', key, message: `${printable(key)} is no value that the trainer can take.` });
    else {
      values[key] = value;
      places[key] = place;
      problems.push(...lookAt(key, raw, value));
    }
  };
  for (const [key, raw] of Object.entries(all)) {
    if (key === 'loradeck') continue;
    if (!isTable(raw)) take(key, raw, [key]);
    else for (const [inner, value] of Object.entries(raw)) take(inner, value, [key, inner]);
  }
  const ours = readOurs(all['loradeck'], (key, message) => problems.push({ kind: 'ours', key, message: printable(message) }));
  return { root, name: basename(root), text, values, places, ours, concepts, problems, broken: null };
}

function lookAt(key: string, raw: unknown, value: SettingValue): Problem[] {
  const known = Object.hasOwn(ARGUMENTS, key) ? ARGUMENTS[key] : undefined;
  if (!known) return [unknownKey(key, value)];
  const wrong = wrongType(key, known, raw, value);
  if (wrong) return [wrong];
  if (!known.choices || known.choices.includes(value as string) || tolerated[key] === value) return [];
  const message = `${key} = ${printable(JSON.stringify(value))} is none of ${known.choices.join(', ')}, which the trainer does not check when it reads the file.`;
  return [{ kind: 'choice', key, message }];
}

/** What the GUI writes although the command line would not take it; it does no harm. */
const tolerated: Readonly<Record<string, SettingValue>> = { max_token_length: 75, dynamo_backend: 'no' };

function unknownKey(key: string, value: SettingValue): Problem {
  if (findSetting(key)?.virtual) {
    const how = key === 'lora_type' ? 'network_module' : `network_args = ["${key}=${String(value)}"]`;
    return { kind: 'unknown', key, message: `${key} is no argument of the trainer, which ignores it: it belongs into ${how}.` };
  }
  const meant = nearestArgument(key) ?? undefined;
  const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
  return { kind: 'unknown', key, meant, message: `${printable(key)} is not known, and the trainer ignores it${hint || '.'}` };
}

function brokenFile(
  root: string,
  concepts: readonly FolderCount[],
  text: string | null,
  kind: Problem['kind'],
  message: string,
): SettingsFile {
  const problems: Problem[] = [{ kind, key: null, message }];
  return { root, name: basename(root), text, values: {}, places: {}, ours: defaultOurs(), concepts, problems, broken: message };
}

/** Numbers from integers, and only what a setting can be; undefined for dates, tables and lists of several kinds. */
function toSettingValue(raw: unknown): SettingValue | undefined {
  if (typeof raw === 'bigint') return Number(raw);
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (!Array.isArray(raw)) return undefined;
  const list = raw.map((item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
  if (list.every((item) => typeof item === 'string')) return list;
  return list.every((item) => typeof item === 'number') ? list : undefined;
}

async function countFolders(root: string): Promise<FolderCount[]> {
  const { folders } = await listFolder(root, '.', []);
  const counts = folders.filter(isConceptName).map(async (folder) => {
    const { repeats, text } = folderName(folder);
    const { files } = await listFolder(root, folder, []);
    return { folder, text, repeats: repeats ?? 1, images: files.filter(isTrained).length };
  });
  return Promise.all(counts);
}
