import { Text } from 'ink';
import { memo } from 'react';
import { Pane } from '../parts/pane.js';
import { cut } from '../parts/text.js';
import type { HelpLine } from './help-lines.js';

interface Props {
  title: string;
  lines: readonly HelpLine[];
  width: number;
  height: number;
}

/** What the setting under the cursor does. */
export const HelpPane = memo(function HelpPane({ title, lines, width, height }: Props) {
  return (
    <Pane title={title} width={width} height={height}>
      {lines.slice(0, height - 2).map((line, index) => (
        <Text key={index} color={line.color} bold={line.bold === true} wrap="truncate">
          {' '}
          {cut(line.text, width - 4)}
        </Text>
      ))}
    </Pane>
  );
});
