import { counted } from '../../core/words.js';

interface Suggested {
  text: string;
  label?: string | undefined;
  note?: string | undefined;
}

/** Most names that are said at once. */
const most = 5;

/** Suggestions in words: the chosen one with its place, else how many there are and the first of them. */
export function saySuggestions(suggestions: readonly Suggested[], chosen: number): string {
  const name = ({ label, text, note }: Suggested) => [label ?? text, note].filter(Boolean).join(', ');
  const one = suggestions[chosen];
  if (one) return `suggestion ${chosen + 1} of ${suggestions.length}: ${name(one)}`;
  if (suggestions.length === 0) return '';
  return `${counted(suggestions.length, 'suggestion')}: ${suggestions.slice(0, most).map(({ label, text }) => label ?? text).join(', ')}`;
}
