import { Text } from 'ink';
import { memo } from 'react';
import type { Picture } from '../../core/dataset/model.js';
import { fill } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';

interface Props {
  picture: Picture;
  width: number;
  selected: boolean;
  marked: boolean;
  issue: 'error' | 'warn' | null;
}

/** A line of the list: mark, sign, name, size, format, number of tags, caption. */
export const Row = memo(function Row({ picture, width, selected, marked, issue }: Props) {
  const { facts } = picture;
  const name = Math.max(12, Math.min(28, Math.floor(width * 0.3)));
  const pixels = facts && !facts.error ? `${facts.width}×${facts.height}` : '';
  const rest = Math.max(0, width - name - 26);
  return (
    <Text wrap="truncate" inverse={selected}>
      <Text color={selected ? undefined : theme.good}>{marked ? '✓' : ' '}</Text>
      <Text color={issue && !selected ? theme[issue] : undefined}>{issue ? signs[issue] : ' '}</Text>
      {` ${fill(picture.name, name)} ${fill(pixels, 10, 'right')} ${fill(facts?.format ?? '', 5)} ${fill(String(picture.tags.length), 3, 'right')}  `}
      <Text color={selected ? undefined : theme.quiet}>{fill(picture.tags.join(', '), rest)}</Text>
    </Text>
  );
});
