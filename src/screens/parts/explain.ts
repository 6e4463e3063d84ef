import { guideRule, guideRules } from '../../core/checks/guide.js';
import type { Deck } from '../deck/deck.js';
import { page, type PageLine } from './page.js';
import { wrap } from './text.js';
import type { Suggestion } from './prompt.js';

/** Shows what a rule asks for, why, and where it comes from. */
export function explain(deck: Deck, id: string): void {
  const rule = guideRule(id);
  if (!rule) return deck.say(`There is no rule “${id}”. Rules are named like T03, D08 or S18.`, 'warn');
  page(deck, `${rule.id}  ${rule.title}`, (width) => {
    const part = (heading: string, text: string | null | undefined): PageLine[] =>
      text ? [{ text: heading, bold: true }, ...wrap(text, width).map((line) => ({ text: line })), { text: '' }] : [];
    return [
      ...part('rule', rule.rule),
      ...part('why', rule.reason),
      ...part('today', rule.today),
      ...part('what loradeck looks at', rule.check),
      ...part('what can be done', rule.fix),
      { text: `source: ${rule.source}`, quiet: true },
    ];
  });
}

/** Rules whose id or title holds the text. */
export function ruleSuggestions(text: string): Suggestion[] {
  const wanted = text.trim().toLowerCase();
  return guideRules
    .filter((rule) => `${rule.id} ${rule.title}`.toLowerCase().includes(wanted))
    .slice(0, 8)
    .map((rule) => ({ text: rule.id, label: `${rule.id}  ${rule.title}`, note: rule.level ?? '' }));
}
