import { guideRule } from '../../core/checks/guide.js';
import { formatValue } from '../../core/settings/edit.js';
import { wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import type { SettingRow } from './rows.js';

export interface HelpLine {
  text: string;
  color?: string | undefined;
  bold?: boolean;
}

/** Everything about a setting, for a column: help, whole value, what else it could be, findings, and what the rules ask for. */
export function helpLines(row: SettingRow, width: number): HelpLine[] {
  const { setting, text, findings, was } = row;
  const lines: HelpLine[] = wrap(setting.help, width).map((line) => ({ text: line }));
  lines.push({ text: '' }, ...wrap(`now               ${text}`, width).map((line) => ({ text: line })));
  if (was !== null) lines.push(...wrap(`without yours     ${was}`, width).map((line) => ({ text: line })));
  if (row.section !== 'unknown') lines.push({ text: `trainer's default ${formatValue(setting.default)}` });
  if (setting.key !== setting.label) lines.push({ text: setting.virtual ? 'kept in           network_module, network_args' : `in the file       ${setting.key}`, color: theme.quiet });
  for (const { level, message, rule, fix } of findings) {
    lines.push({ text: '' }, ...wrap(`${signs[level]} ${message} (${rule})`, width).map((line) => ({ text: line, color: theme[level] })));
    if (fix) lines.push(...wrap(`f ${fix.label}`, width).map((line) => ({ text: line, color: theme.accent })));
  }
  for (const id of setting.rules) {
    const rule = guideRule(id);
    lines.push({ text: '' }, { text: `${id}  ${rule?.title ?? ''}`, bold: true });
    if (rule) lines.push(...wrap(rule.rule, width).map((line) => ({ text: line, color: theme.quiet })));
  }
  return lines;
}

/** The same in at most `rows` lines, for a narrow screen: the help first. */
export function shortHelp(row: SettingRow, width: number, rows: number): HelpLine[] {
  const { setting, text } = row;
  const [grave] = row.findings;
  const lines: HelpLine[] = wrap(setting.help, width).slice(0, 2).map((line) => ({ text: line }));
  const standard = row.section === 'unknown' ? '' : `trainer's default ${formatValue(setting.default)}`;
  const facts = [standard, setting.rules.join(' '), setting.key === setting.label ? '' : setting.key].filter(Boolean).join(' · ');
  lines.push({ text: facts, color: theme.quiet });
  if (grave) lines.push({ text: `${signs[grave.level]} ${grave.message}`, color: theme[grave.level] });
  else if (text.length > 16) lines.push({ text: `now ${text}`, color: theme.quiet });
  return lines.slice(0, rows);
}
