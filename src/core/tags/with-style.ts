import type { Change } from '../journal/change.js';
import { setOurs } from '../settings/edit.js';
import { parseSettings, SETTINGS_FILE, type SettingsFile } from '../settings/file.js';
import type { Site } from '../vocabulary/model.js';

/** The same change with the style of the workspace, so that its checks and its completion follow. */
export function withStyle<C extends Change>(change: C, settings: SettingsFile, style: Site): C {
  const first = setOurs(settings, 'style', style);
  const [entry] = first.entries;
  const after = entry?.kind === 'text' ? entry.after : settings.text;
  const then = after === null || after === settings.text ? settings : parseSettings(settings.root, after);
  // A vocabulary that was chosen by itself would go on counting.
  const chosen = settings.ours.vocabulary !== null && settings.ours.vocabulary !== style ? setOurs(then, 'vocabulary', style).entries[0] : undefined;
  const text = chosen?.kind === 'text' ? chosen.after : after;
  if (text === settings.text || text === null) return change;
  return { ...change, entries: [...change.entries, { kind: 'text', path: SETTINGS_FILE, before: settings.text, after: text }] };
}
