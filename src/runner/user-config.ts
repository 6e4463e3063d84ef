import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { configFolder } from '../core/own-folders.js';
import { printable } from '../core/printable.js';
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
  /** The person's own keys, by the name of the action. */
  keys: z.record(z.string(), z.array(z.string())).optional(),
  // Read by the screens, which say themselves what they do not understand.
  theme: z.unknown().optional(),
  pictures: z.unknown().optional(),
});

/** What belongs to this machine and not to a workspace: `config.toml` in the configuration folder. */
export type UserConfig = z.infer<typeof schema>;
export type TrainerConfig = NonNullable<UserConfig['trainer']>;

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
  const { trainer, ...rest } = result.data;
  if (!trainer) return rest;
  const absolute = (value: string) => resolve(join(path, '..'), value.replace(/^~(?=\/|$)/, homedir()));
  const python = trainer.python?.includes('/') ? absolute(trainer.python) : trainer.python;
  return { ...rest, trainer: { ...trainer, path: absolute(trainer.path), python } };
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
  const where = issue.path.length > 0 ? `[${printable(issue.path.join('.'))}]` : 'the file';
  if (issue.code === 'unrecognized_keys') return `${where} has an unknown key “${printable(issue.keys[0] ?? '')}”`;
  return `${where} is wrong: ${printable(issue.message)}`;
}
