import type { Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { move } from '../parts/scroll.js';
import { settingsLayout } from './layout.js';
import { scrollToKey, settingLines } from './lines.js';
import { newest } from './newest.js';
import { settingSections, type SettingRow, type SettingSection } from './rows.js';
import { settingsView } from './view.js';

/** The sections as the screen shows them now. */
export function sectionsOf(deck: Deck, onlyOwn = deck.view(settingsView).getState().onlyOwn): SettingSection[] {
  const file = newest(deck);
  return file && file.broken === null ? settingSections(file, deck.session.getState().findings, onlyOwn) : [];
}

/** The row under the cursor: the first one when it stands nowhere. */
export function rowUnder(sections: readonly SettingSection[], cursor: string | null): SettingRow | null {
  const rows = sections.flatMap((section) => section.rows);
  return rows.find((row) => row.key === cursor) ?? rows[0] ?? null;
}

/** The setting under the cursor. */
export function under(deck: Deck): SettingRow | null {
  return rowUnder(sectionsOf(deck), deck.view(settingsView).getState().cursor);
}

/** Puts the cursor on a setting and scrolls there; `top` brings the heading of its section to the top. */
export function goTo(deck: Deck, key: string, top = false): void {
  const view = deck.view(settingsView);
  const sections = sectionsOf(deck);
  const { columns, rows } = deck.room();
  const { list } = settingsLayout(columns, bodyRows(rows));
  const height = list.height - 2;
  const lines = settingLines(sections, list.width - 2);
  const heading = lines.findIndex((line) => line.kind === 'heading' && line.section.rows.some((row) => row.key === key));
  const first = top ? Math.max(0, heading) : view.getState().first;
  view.setState({ cursor: key, first: scrollToKey(lines, Math.min(first, Math.max(0, lines.length - height)), key, height) });
}

/** The cursor `delta` settings on. */
export function step(deck: Deck, delta: number): void {
  const rows = sectionsOf(deck).flatMap((section) => section.rows);
  const at = rows.findIndex((row) => row.key === under(deck)?.key);
  const next = rows[move(at, delta, rows.length)];
  if (next) goTo(deck, next.key);
}

/** The cursor to the first setting of the next section, around the end. */
export function turnSection(deck: Deck, delta: number): void {
  const sections = sectionsOf(deck);
  const key = under(deck)?.key;
  const at = sections.findIndex((section) => section.rows.some((row) => row.key === key));
  const row = sections[(at + delta + sections.length) % Math.max(1, sections.length)]?.rows[0];
  if (row) goTo(deck, row.key, true);
}

/** The cursor to the next setting with a finding, around the end. */
export function turnFinding(deck: Deck, delta: 1 | -1): void {
  const rows = sectionsOf(deck).flatMap((section) => section.rows);
  const at = rows.findIndex((row) => row.key === under(deck)?.key);
  for (let i = 1; i <= rows.length; i++) {
    const row = rows[(at + delta * i + rows.length * 2) % rows.length];
    if (row && row.findings.length > 0) return goTo(deck, row.key);
  }
  if (rows.length > 0) deck.say('No setting has a finding.', 'good');
}

/** How many settings a page holds, roughly. */
export function page(deck: Deck): number {
  const { columns, rows } = deck.room();
  return Math.max(1, settingsLayout(columns, bodyRows(rows)).list.height - 4);
}
