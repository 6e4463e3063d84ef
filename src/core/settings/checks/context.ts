import type { Finding, Level } from '../../checks/finding.js';
import { setSetting, unsetSetting } from '../edit.js';
import type { FolderCount, SettingsFile } from '../file.js';
import type { Family, SettingValue } from '../model.js';
import type { Network } from '../network.js';
import { findSetting } from '../table/index.js';
import { formatValue } from '../edit.js';
import type { RecipeGoal } from '../recipes.js';
import type { Surroundings } from '../surroundings.js';

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
  return { rule, level, blocks: false, concept: null, images: [], key, message, fix: null, ...more };
}

/** A fix that sets one setting. */
export function setTo(look: Look, key: string, value: SettingValue): Finding['fix'] {
  if (look.file.broken !== null) return null;
  const label = `set ${findSetting(key)?.label ?? key} to ${formatValue(value)}`;
  return { label, change: () => Promise.resolve().then(() => setSetting(look.file, key, value)) };
}

/** A fix that takes one setting out of the file. Null when it does not stand there. */
export function unset(look: Look, key: string): Finding['fix'] {
  if (look.file.broken !== null || look.file.values[key] === undefined) return null;
  return {
    label: `unset ${findSetting(key)?.label ?? key}`,
    change: () => Promise.resolve().then(() => unsetSetting(look.file, key)),
  };
}

export function text(look: Look, key: string, otherwise = ''): string {
  const value = look.values[key];
  return typeof value === 'string' ? value : otherwise;
}

export function number(look: Look, key: string, otherwise: number): number {
  const value = look.values[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** As Python sees it: any text that is not empty counts as true. */
export function on(look: Look, key: string): boolean {
  const value = look.values[key];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
