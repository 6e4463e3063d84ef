import { Text } from 'ink';
import { memo } from 'react';
import type { Sort } from '../../../core/session/columns.js';
import { fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { columns } from './columns.js';
import type { FittedColumn } from './fit.js';

/** The line over the list: what each column is, and an arrow at the one that the list is sorted by. */
export const Heading = memo(function Heading({ fitted, sort }: { fitted: readonly FittedColumn[]; sort: Sort | null }) {
  const line = fitted.map(({ name, width, gap }) => {
    const arrow = sort?.by === name ? sortSign(sort) : '';
    return ' '.repeat(gap) + fill(columns[name].heading + arrow, width, columns[name].align);
  });
  return (
    <Text color={theme.quiet} underline wrap="truncate">
      {line.join('')}
    </Text>
  );
});

/** Which way a sort goes. */
export function sortSign({ descending }: Sort): string {
  return descending ? '↓' : '↑';
}
