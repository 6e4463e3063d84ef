import type { Deck } from '../deck/deck.js';
import { keysLabel, type Binding } from './bindings.js';
import { page, type PageLine } from './page.js';
import { fill } from './text.js';

/** The keys of a screen and those of every screen, by group, from the bindings themselves. */
export function helpLines(tables: ReadonlyArray<readonly Binding[]>): PageLine[] {
  const lines: PageLine[] = [];
  for (const table of tables) {
    for (const group of new Set(table.map((binding) => binding.group))) {
      if (lines.length > 0) lines.push({ text: '' });
      lines.push({ text: group, bold: true });
      for (const binding of table.filter((one) => one.group === group && one.keys.length > 0)) {
        lines.push({ text: `  ${fill(keysLabel(binding), 18)} ${binding.label}` });
      }
    }
  }
  return lines;
}

/** Shows keys over the screen. @param title whose they are */
export function helpPage(deck: Deck, title: string, tables: ReadonlyArray<readonly Binding[]>): void {
  page(deck, `keys of ${title}`, () => helpLines(tables), 72);
}
