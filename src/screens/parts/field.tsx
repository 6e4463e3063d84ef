import { Text } from 'ink';
import stringWidth from 'string-width';
import { printable } from '../../core/printable.js';
import type { TextField } from './text-field.js';
import { theme } from './theme.js';

interface Props {
  field: TextField;
  width: number;
  /** Shown while nothing is typed. */
  hint?: string;
  /** The whole text is marked: a letter takes its place. */
  selected?: boolean;
}

/** One line of editable text with a block cursor; scrolls sideways so that the cursor stays in sight. */
export function Field({ field, width, hint = '', selected = false }: Props) {
  const before = printable(field.text.slice(0, field.cursor));
  const rest = printable(field.text.slice(field.cursor));
  const [first = ' '] = [...new Intl.Segmenter().segment(rest)].map((part) => part.segment);
  if (field.text === '') {
    return (
      <Text wrap="truncate">
        <Text inverse> </Text>
        <Text color={theme.quiet}>{hint.slice(0, Math.max(0, width - 1))}</Text>
      </Text>
    );
  }
  const seen = tail(before, width - 1);
  const room = width - stringWidth(seen) - stringWidth(first);
  return (
    <Text wrap="truncate">
      <Text inverse={selected}>{seen}</Text>
      <Text inverse>{first}</Text>
      {head(rest.slice(first.length), room)}
    </Text>
  );
}

function tail(text: string, width: number): string {
  let out = text;
  while (stringWidth(out) > width) out = out.slice(Math.max(1, out.length - width));
  return out;
}

function head(text: string, width: number): string {
  let out = text.slice(0, Math.max(0, width));
  while (stringWidth(out) > width) out = out.slice(0, -1);
  return out;
}
