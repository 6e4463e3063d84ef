import { Text } from 'ink';
import { theme } from '../../parts/theme.js';
import type { Run } from './runs.js';

/** One line of what is fed: what stays in place is bold, a border of 75 tokens stands in the text, what is cut off is struck out. */
export function RunLine({ runs, more = false }: { runs: readonly Run[]; more?: boolean }) {
  return (
    <Text wrap="truncate">
      {runs.map(({ text, look }, index) => (
        <Text
          key={index}
          bold={look === 'kept' || look === 'mark'}
          strikethrough={look === 'past'}
          color={look === 'kept' ? theme.activation : look === 'mark' ? theme.warn : look === 'past' ? theme.quiet : undefined}
        >
          {text}
        </Text>
      ))}
      {more && <Text color={theme.quiet}>…</Text>}
    </Text>
  );
}
