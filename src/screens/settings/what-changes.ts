import type { Change } from '../../core/journal/change.js';
import { formatValue } from '../../core/settings/edit.js';
import { parseSettings, type SettingsFile } from '../../core/settings/file.js';
import { resolveSettings } from '../../core/settings/resolve.js';
import { findSetting } from '../../core/settings/table/index.js';

/** Which values would count differently after a change of the file, in lines: `scheduler: cosine → cosine_with_restarts`. */
export function whatChanges(file: SettingsFile, change: Change): string[] {
  const entry = change.entries.find((one) => one.kind === 'text');
  if (!entry || entry.after === null) return [];
  const before = resolveSettings(file);
  const after = resolveSettings(parseSettings(file.root, entry.after, file.concepts));
  const shown = (value: (typeof before)[string]['value'] | undefined) => (value === null || value === undefined ? '–' : formatValue(value));
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [from, to] = [shown(before[key]?.value), shown(after[key]?.value)];
    return from === to ? [] : [`${findSetting(key)?.label ?? key}: ${from} → ${to}`];
  });
}
