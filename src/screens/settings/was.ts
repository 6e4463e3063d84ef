import { effectiveNetwork, recipeFor, recipeOf, resolveSettings, usualArgs } from '../../core/settings/resolve.js';
import type { SettingsFile } from '../../core/settings/file.js';
import type { SettingValue } from '../../core/settings/model.js';

/** What a setting would be if the file did not set it: the recipe's value, else the trainer's own default. */
export function withoutOwn(file: SettingsFile, key: string, standard: SettingValue | null): SettingValue | null {
  if (key === 'lora_type') {
    return resolveSettings({ ...file, values: without(file, 'network_module', 'network_args') })['lora_type']?.value ?? null;
  }
  if (key === 'preset' || key === 'conv_dim' || key === 'conv_alpha') {
    return (recipeOf(file) ? usualArgs(effectiveNetwork(file)).get(key) : undefined) ?? standard;
  }
  return recipeFor({ ...file, values: without(file, key) })[key]?.value ?? standard;
}

function without(file: SettingsFile, ...keys: readonly string[]): SettingsFile['values'] {
  return Object.fromEntries(Object.entries(file.values).filter(([key]) => !keys.includes(key)));
}
