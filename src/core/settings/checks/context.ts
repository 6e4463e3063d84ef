import { finding as findingOf, type Finding, type Level } from '../../checks/finding.js';
import { formatValue, setSetting, unsetSetting } from '../edit.js';
import type { FolderCount, SettingsFile } from '../file.js';
import type { Family, SettingValue } from '../model.js';
import type { Network } from '../network.js';
import type { RecipeGoal } from '../recipes.js';
import type { Surroundings } from '../surroundings.js';
import { findSetting } from '../table/index.js';

/** What the checks of settings look at; worked out once. */
export interface Look {
  file: SettingsFile;
  /** What counts, without the trainer's defaults. */
  values: Readonly<Record<string, SettingValue>>;
  network: Network;
  optimizer: string;
  adaptive: boolean;
  goal: RecipeGoal;
  family: Family | null;
  concepts: readonly FolderCount[];
  /** Null: nobody looked. */
  around: Surroundings | null;
  /** The trainer is the recorded one, which reads neither model nor images. */
  recorded: boolean;
}

/** A finding about one setting of the whole workspace. */
export function finding(
  rule: string,
  level: Level,
  key: string,
  message: string,
  more: Partial<Pick<Finding, 'blocks' | 'fix' | 'concept'>> = {},
): Finding {
  return findingOf({ rule, level, key, message, ...more });
}

/** A fix that sets one setting. */
export function setTo(look: Look, key: string, value: SettingValue): Finding['fix'] {
  if (look.file.broken !== null) return null;
  const label = `set ${findSetting(key)?.label ?? key} to ${formatValue(value)}`;
  return { label, change: async () => setSetting(look.file, key, value) };
}

/** A fix that takes one setting out of the file. Null when it does not stand there. */
export function unset(look: Look, key: string): Finding['fix'] {
  if (look.file.broken !== null || look.file.values[key] === undefined) return null;
  return {
    label: `unset ${findSetting(key)?.label ?? key}`,
    change: async () => unsetSetting(look.file, key),
  };
}

/** A value that is a text, or `otherwise`. */
export function text(look: Look, key: string, otherwise = ''): string {
  const value = look.values[key];
  return typeof value === 'string' ? value : otherwise;
}

/** A value that is a number, or `otherwise`. */
export function number(look: Look, key: string, otherwise: number): number {
  const value = look.values[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** Is it on, as Python sees it: any text that is not empty counts as true. */
export function on(look: Look, key: string): boolean {
  const value = look.values[key];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
