import { Text } from 'ink';
import { memo } from 'react';
import { Pane } from '../parts/pane.js';
import { cut, fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import type { FactLine } from './fact-lines.js';

/** What will happen with these settings: images, steps, epochs, saves. */
export const FactsPane = memo(function FactsPane({ lines, width, height }: { lines: readonly FactLine[]; width: number; height: number }) {
  const label = Math.min(24, Math.max(13, ...lines.map((line) => line.label.length + 1)));
  const note = width - 2 - label - 9;
  return (
    <Pane title="what will happen" width={width} height={height}>
      {lines.map((line) => (
        <Text key={line.label} wrap="truncate">
          <Text color={theme.quiet}> {fill(line.label, label)}</Text>
          <Text bold>{fill(line.value, 7, 'right')}</Text> {cut(line.note, note)}
        </Text>
      ))}
    </Pane>
  );
});
