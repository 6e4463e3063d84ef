import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { configFolder } from '../core/own-folders.js';
import { printable } from '../core/printable.js';
import { themeChoices, type ThemeChoice } from '../core/session/look.js';
import { isTable } from '../core/settings/ours.js';
import { readToml, TomlMistake } from '../core/settings/read-toml.js';

const schema = z.strictObject({
  trainer: z
    .strictObject({
      /** The checkout of sd-scripts (or of kohya_ss, which holds one). */
      path: z.string(),
      /** Its Python; looked for beside the checkout when absent. */
      python: z.string().optional(),
      /** False starts the script by Python alone. */
      accelerate: z.boolean().optional(),
    })
    .optional(),
  /** The person's own keys: under the action's name, in quotes or as a table in a table. */
  keys: z.record(z.string(), z.unknown()).optional(),
  theme: z.enum(themeChoices).optional(),
  mouse: z.boolean().optional(),
  screen_reader: z.boolean().optional(),
  vocabulary: z.strictObject({ adult: z.boolean().optional() }).optional(),
  pictures: z
    .strictObject({
      driver: z.enum(['auto', 'kitty', 'iterm2', 'sixel', 'blocks', 'terminal-image', 'text', 'none']).optional(),
      quality: z.enum(['auto', 'full', 'light', 'least']).optional(),
      cache_mb: z.int().min(0).optional(),
    })
    .optional(),
});

/** What belongs to this machine and not to a workspace: `config.toml` in the configuration folder. */
export interface UserConfig {
  trainer?: TrainerConfig;
  /** The keys of an action, by its name such as `dataset.mark`. */
  keys?: Record<string, string[]>;
  theme?: ThemeChoice;
  /** False leaves the mouse to the terminal. */
  mouse?: boolean;
  /** True is the mode in which everything is said in lines of text. */
  screenReader?: boolean;
  vocabulary?: VocabularyConfig;
  pictures?: PicturesConfig;
}

/** What is suggested while a tag is typed. */
export interface VocabularyConfig {
  /** Adult names of imported lists too; off unless set. */
  adult?: boolean;
}

/** How pictures are shown, and how much room their thumbnails may take on the disk. */
export interface PicturesConfig {
  driver?: NonNullable<Parsed['pictures']>['driver'];
  quality?: NonNullable<Parsed['pictures']>['quality'];
  /** Megabytes. */
  cacheMb?: number;
}
type Parsed = z.infer<typeof schema>;
export type TrainerConfig = NonNullable<Parsed['trainer']>;

/** A configuration that cannot be used; its message is one sentence with the file's path. */
export class UserConfigError extends Error {
  override name = 'UserConfigError';
}

/** Where the person's configuration lies. */
export function userConfigPath(): string {
  return join(configFolder(), 'config.toml');
}

/**
 * Reads the person's configuration; an absent file is an empty one. Paths may begin with `~/` or be relative to the file.
 * @throws UserConfigError when the file cannot be read, is no TOML, or holds a key or value that means nothing
 */
export async function loadUserConfig(path = userConfigPath()): Promise<UserConfig> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new UserConfigError(`${printable(path)} cannot be read (${error.code ?? 'unknown reason'}).`);
  });
  const result = schema.safeParse(parseToml(path, text));
  if (!result.success) throw new UserConfigError(`${printable(path)}: ${firstProblem(result.error)}.`);
  const { trainer, keys, theme, mouse, screen_reader: screenReader, pictures, vocabulary } = result.data;
  const config: UserConfig = present({ theme, mouse, screenReader });
  if (vocabulary) config.vocabulary = present(vocabulary);
  if (pictures) {
    const { driver, quality, cache_mb: cacheMb } = pictures;
    config.pictures = present({ driver, quality, cacheMb });
  }
  if (keys) {
    config.keys = flatKeys(keys, (action) => {
      throw new UserConfigError(`${printable(path)}: [keys] ${printable(action)} must be a key such as "m" or a list of keys.`);
    });
  }
  if (!trainer) return config;
  const absolute = (value: string) => resolve(join(path, '..'), value.replace(/^~(?=\/|$)/, homedir()));
  const python = trainer.python?.includes('/') ? absolute(trainer.python) : trainer.python;
  return { ...config, trainer: { ...trainer, path: absolute(trainer.path), python } };
}

/** Without what was not said. */
function present<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** `mark = "m"` under `[keys.dataset]` means the same as `"dataset.mark" = ["m"]` under `[keys]`. */
function flatKeys(table: Record<string, unknown>, refuse: (action: string) => never): Record<string, string[]> {
  const keys: Record<string, string[]> = {};
  const take = (at: Record<string, unknown>, above: string): void => {
    for (const [name, value] of Object.entries(at)) {
      const action = above + name;
      if (typeof value === 'string') keys[action] = [value];
      else if (Array.isArray(value)) keys[action] = value.every((key) => typeof key === 'string') ? value : refuse(action);
      else if (isTable(value)) take(value, `${action}.`);
      else refuse(action);
    }
  };
  take(table, '');
  return keys;
}

function parseToml(path: string, text: string): unknown {
  try {
    return readToml(text);
  } catch (error) {
    throw error instanceof TomlMistake ? new UserConfigError(error.sentence(printable(path))) : error;
  }
}

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'it cannot be used';
  const [table, key] = issue.path.map((part) => printable(String(part)));
  if (issue.code === 'unrecognized_keys') return `${table === undefined ? 'the file' : `[${table}]`} has an unknown key “${printable(issue.keys[0] ?? '')}”`;
  const name = key === undefined ? `${table}` : `[${table}] ${key}`;
  const plain = plainValues[`${table ?? ''}.${key ?? ''}`];
  if (plain !== undefined) return `${name} must be ${plain}`;
  if (issue.code === 'invalid_value') return `${name} must be one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  if (key === undefined) return `${table} must be a table: write [${table}] on a line of its own`;
  return `${name} must be a path in quotes`;
}

/** What the values are that are neither a path nor one of a few words. */
const plainValues: Readonly<Record<string, string>> = {
  'trainer.accelerate': 'true or false',
  'mouse.': 'true or false',
  'screen_reader.': 'true or false',
  'vocabulary.adult': 'true or false',
  'pictures.cache_mb': 'a whole number of megabytes',
};
