import type { Finding } from '../../core/checks/finding.js';
import { scrollTo } from '../parts/scroll.js';
import { cut, wrap } from '../parts/text.js';
import type { SettingRow, SettingSection } from './rows.js';

/** One line of the list. */
export type Line =
  | { kind: 'heading'; section: SettingSection }
  | { kind: 'row'; row: SettingRow }
  | { kind: 'finding'; row: SettingRow; finding: Finding; text: string; begins: boolean }
  | { kind: 'fix'; row: SettingRow; finding: Finding; text: string };

/** Cells left of a finding's text, and the most lines that it takes. */
export const findingIndent = 5;
const findingLines = 2;

/** The lines of the list: a heading a section, its settings, and under each what there is to say of it. */
export function settingLines(sections: readonly SettingSection[], width: number): Line[] {
  return sections.flatMap((section) => [
    { kind: 'heading' as const, section },
    ...section.rows.flatMap((row) => [{ kind: 'row' as const, row }, ...row.findings.flatMap((finding) => linesOf(row, finding, width))]),
  ]);
}

function linesOf(row: SettingRow, finding: Finding, width: number): Line[] {
  const room = width - findingIndent - 1;
  const all = wrap(`${finding.message} (${finding.rule})`, room);
  const seen = all.slice(0, findingLines);
  if (all.length > findingLines) seen[findingLines - 1] = cut(`${seen[findingLines - 1] ?? ''} …`, room);
  const lines: Line[] = seen.map((text, index) => ({ kind: 'finding', row, finding, text, begins: index === 0 }));
  if (finding.fix) lines.push({ kind: 'fix', row, finding, text: cut(`f ${finding.fix.label}`, room) });
  return lines;
}

/** The first line to show, so that the setting of this key is seen with what is said of it. */
export function scrollToKey(lines: readonly Line[], first: number, key: string | null, height: number): number {
  const at = Math.max(0, lines.findIndex((line) => line.kind === 'row' && line.row.key === key));
  let last = at;
  while (last + 1 < lines.length && ['finding', 'fix'].includes(lines[last + 1]?.kind ?? '')) last++;
  const shownEnd = scrollTo(first, Math.min(last, at + height - 1), lines.length, height, 1);
  return scrollTo(shownEnd, at, lines.length, height, 1);
}
