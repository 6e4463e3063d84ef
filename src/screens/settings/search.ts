import { printable } from '../../core/printable.js';
import { settingFor } from '../../core/settings/input.js';
import type { Setting } from '../../core/settings/model.js';
import { ARGUMENTS } from '../../core/settings/table/arguments.js';
import type { Suggestion } from '../parts/prompt.js';
import type { SettingRow } from './rows.js';

/** How many settings are offered at once. */
const most = 8;

/** What a search can find: the settings of the screen first, then the trainer's other arguments. */
export function findSettings(rows: readonly SettingRow[], text: string): Setting[] {
  const wanted = text.trim().toLowerCase();
  const shown = new Set(rows.map((row) => row.key));
  const others = wanted === '' ? [] : Object.keys(ARGUMENTS).filter((key) => !shown.has(key)).flatMap((key) => settingFor(key) ?? []);
  const ranked = (settings: readonly Setting[]) =>
    settings
      .map((setting) => ({ setting, rank: rankOf(setting, wanted) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .map(({ setting }) => setting);
  return [...ranked(rows.map((row) => row.setting)), ...ranked(others)];
}

/** Smaller is better; Infinity does not match. */
function rankOf({ label, key, help }: Setting, wanted: string): number {
  const name = label.toLowerCase();
  if (name === wanted || key === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (key.startsWith(wanted)) return 2;
  if (name.split(/[\s(-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (name.includes(wanted) || key.includes(wanted)) return 4;
  return wanted.length > 2 && help.toLowerCase().includes(wanted) ? 5 : Infinity;
}

/** The same as lines under the search. */
export function searchSuggestions(rows: readonly SettingRow[], text: string): Suggestion[] {
  const values = new Map(rows.map((row) => [row.key, row]));
  return findSettings(rows, text)
    .slice(0, most)
    .map(({ key, label }) => {
      const row = values.get(key);
      const name = label === key ? key : `${label}  ${key}`;
      return { text: key, label: printable(name), note: row ? row.text : 'not set', dim: row === undefined };
    });
}
