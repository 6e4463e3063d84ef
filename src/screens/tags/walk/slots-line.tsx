import { Text } from 'ink';
import type { FilledSlot } from '../../../core/tags/slots/slots.js';
import { theme } from '../../parts/theme.js';

interface Props {
  slots: readonly FilledSlot[];
  /** The one whose tags are on the letters; null when it is those of the set. */
  chosen: number | null;
}

/** What a caption should speak of (T05), each with its digit, and whether this one does. */
export function SlotsLine({ slots, chosen }: Props) {
  return (
    <Text wrap="truncate">
      {slots.map(({ name, has }, at) => {
        const filled = has.length > 0;
        const color = at === chosen ? undefined : filled ? theme.good : theme.quiet;
        return (
          <Text key={name}>
            <Text bold color={theme.accent}>{` ${at + 1}`}</Text>
            <Text color={color} inverse={at === chosen}>{`${filled ? '✓' : '·'}${name}`}</Text>
          </Text>
        );
      })}
    </Text>
  );
}
