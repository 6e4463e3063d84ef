import { Box, Text } from 'ink';
import stringWidth from 'string-width';
import { useStore } from 'zustand';
import { useDeck } from '../deck/deck.js';
import { categoryColor } from '../parts/categories.js';
import { Field } from '../parts/field.js';
import { cut } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { addSuggestions } from './add-line.js';
import type { TagsView } from './view.js';

interface Props {
  adding: TagsView['adding'];
  /** What `.` would do again. */
  again: string | null;
  width: number;
  /** The key that opens it. */
  open?: string;
}

/** The line at the bottom: what is typed, and the tags of the set that it could become. */
export function AddLine({ adding, again, width, open = '+ a' }: Props) {
  const deck = useDeck();
  // The vocabulary may have been opened since the last key.
  useStore(deck.names);
  if (!adding) {
    return (
      <Text color={theme.quiet} wrap="truncate">
        {cut(` ${open} adds tags${again ? ` · . does again: ${again}` : ''}`, width)}
      </Text>
    );
  }
  const suggestions = addSuggestions(deck, adding.field.text);
  const typed = Math.max(Math.min(34, width - 4), Math.floor(width * 0.45));
  let room = width - typed - 8;
  return (
    <Box width={width}>
      <Text color={theme.focus}> + </Text>
      <Box width={typed}>
        <Field field={adding.field} width={typed} hint="tag, tag · tab takes · ⏎ writes" />
      </Box>
      <Text wrap="truncate">
        {suggestions.map((suggestion, index) => {
          const label = `${suggestion.label ?? suggestion.text} ${suggestion.note ?? ''}`.trimEnd();
          const letter = suggestion.letter?.trim() ?? '';
          room -= stringWidth(label) + 3 + (letter === '' ? 0 : 2);
          if (room < 0) return null;
          const chosen = index === Math.max(0, adding.chosen);
          return (
            <Text key={index} inverse={chosen && adding.chosen >= 0} bold={chosen} color={suggestion.dim === true && !chosen ? theme.quiet : undefined}>
              {' '}
              {letter !== '' && <Text color={chosen && adding.chosen >= 0 ? undefined : categoryColor(suggestion.category ?? null)}>{`${letter} `}</Text>}
              {cut(label, width)}{' '}
              <Text color={theme.quiet}>·</Text>
            </Text>
          );
        })}
      </Text>
    </Box>
  );
}
