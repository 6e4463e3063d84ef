import { byGravity, type Finding, type Level } from '../../core/checks/finding.js';
import { formatValue } from '../../core/settings/edit.js';
import type { SettingsFile } from '../../core/settings/file.js';
import { settingFor } from '../../core/settings/input.js';
import type { Origin, Resolved, Section, Setting, SettingValue } from '../../core/settings/model.js';
import { isRelevant, resolveSettings } from '../../core/settings/resolve.js';
import { SECTIONS } from '../../core/settings/table/index.js';
import { withoutOwn } from './was.js';

/** One setting as the list shows it. */
export interface SettingRow {
  key: string;
  setting: Setting;
  section: Section | 'unknown';
  value: SettingValue | null;
  /** The value for people. */
  text: string;
  from: Origin;
  /** For an own value: what it would be without, where there is such a value and it differs. */
  was: string | null;
  /** The gravest first. */
  findings: readonly Finding[];
}

export interface SettingSection {
  id: Section | 'unknown';
  label: string;
  rows: readonly SettingRow[];
  /** The gravest level of its findings. */
  level: Level | null;
  /** How many the file sets. */
  own: number;
}


/**
 * The settings by section, in the order of the screen, with their findings. What nobody knows (a misspelt key, a wrong
 * value in `[loradeck]`) has a section of its own at the end.
 * @param onlyOwn leaves out what the file does not set
 */
export function settingSections(file: SettingsFile, findings: readonly Finding[] | null, onlyOwn = false): SettingSection[] {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings ?? []) {
    if (finding.key) byKey.set(finding.key, [...(byKey.get(finding.key) ?? []), finding]);
  }
  for (const list of byKey.values()) list.sort(byGravity);
  const plain = plainRows(file);
  const known = new Set(plain.map(({ row }) => row.key));
  const rows = plain
    .filter(({ row, relevant }) => relevant || byKey.has(row.key))
    .map(({ row }) => ({ ...row, findings: byKey.get(row.key) ?? [] }))
    .concat([...byKey].filter(([key]) => !known.has(key)).map(([key, list]) => ({ ...rowOf(file, key, undefined), findings: list })))
    .filter(({ from }) => !onlyOwn || from === 'you');
  return [...SECTIONS, { id: 'unknown' as const, label: 'not known' }]
    .map(({ id, label }) => {
      const own = rows.filter((row) => row.section === id);
      const level = own.flatMap((row) => row.findings).sort(byGravity)[0]?.level ?? null;
      return { id, label, rows: own, level, own: own.filter(({ from }) => from === 'you').length };
    })
    .filter(({ rows: all }) => all.length > 0);
}

type Plain = { row: Omit<SettingRow, 'findings'>; relevant: boolean };

const made = new WeakMap<SettingsFile, readonly Plain[]>();

/** The rows without findings; worked out once for a file. */
function plainRows(file: SettingsFile): readonly Plain[] {
  let rows = made.get(file);
  if (!rows) {
    rows = Object.entries(resolveSettings(file)).map(([key, resolved]) => ({
      row: rowOf(file, key, resolved),
      relevant: file.values[key] !== undefined || isRelevant(key, file),
    }));
    made.set(file, rows);
  }
  return rows;
}

function rowOf(file: SettingsFile, key: string, resolved: Resolved | undefined): Omit<SettingRow, 'findings'> {
  const setting = settingFor(key) ?? stranger(key);
  const { value, from, default: standard } = resolved ?? { value: null, from: 'you' as const, default: null };
  const text = formatValue(value);
  if (settingFor(key) === undefined) return { key, setting, section: 'unknown', value, text, from, was: null };
  const without = from === 'you' ? withoutOwn(file, key, standard) : null;
  const was = without === null || formatValue(without) === text ? null : formatValue(without);
  return { key, setting, section: setting.section, value, text, from, was };
}

/** A key that is none of the trainer's. */
function stranger(key: string): Setting {
  const help = key.startsWith('loradeck.') ? 'Stands in the [loradeck] table.' : 'The trainer has no such argument.';
  return { key, section: 'advanced', label: key, kind: 'text', default: null, help, rules: [] };
}
