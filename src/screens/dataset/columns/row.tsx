import { Text } from 'ink';
import { memo } from 'react';
import type { ColumnName } from '../../../core/session/columns.js';
import type { Picture } from '../../../core/dataset/model.js';
import { fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { columns, type Look, type RowState } from './columns.js';
import type { FittedColumn } from './fit.js';

interface Props extends RowState {
  picture: Picture;
  fitted: readonly FittedColumn[];
  look: Look;
  selected: boolean;
}

/** A line of the list: a cell for each column that was chosen and fits. */
export const Row = memo(function Row({ picture, fitted, look, selected, marked, issue }: Props) {
  const parts: { text: string; color: string | undefined }[] = [];
  for (const { name, width, gap } of fitted) {
    const { text, align } = columns[name];
    const cell = ' '.repeat(gap) + fill(text(picture, look, { marked, issue }), width, align);
    const color = selected ? undefined : colorOf(name, issue);
    // Neighbours of one colour are one text: each costs in every frame.
    const last = parts.at(-1);
    if (last && last.color === color) last.text += cell;
    else parts.push({ text: cell, color });
  }
  return (
    <Text wrap="truncate" inverse={selected}>
      {parts.map(({ text, color }, at) => (
        <Text key={at} color={color}>
          {text}
        </Text>
      ))}
    </Text>
  );
});

function colorOf(name: ColumnName, issue: RowState['issue']): string | undefined {
  if (name === 'mark') return theme.good;
  if (name === 'finding') return issue ? theme[issue] : undefined;
  return name === 'caption' ? theme.quiet : undefined;
}
