import { Text } from 'ink';
import { cut } from './text.js';

/** A line to read. */
export interface Line {
  text: string;
  bold?: boolean;
  color?: string | undefined;
}

interface Props {
  lines: readonly Line[];
  /** Cells; a longer line is cut. */
  width: number;
  /** Rows; what does not fit is left out, so that the layout never squeezes lines into each other. */
  height: number;
}

/** Lines one under the other, a cell from the left. */
export function Lines({ lines, width, height }: Props) {
  return lines.slice(0, Math.max(0, height)).map(({ text, bold = false, color }, row) => (
    <Text key={row} bold={bold} color={color} wrap="truncate">
      {` ${cut(text, width - 1)}`}
    </Text>
  ));
}
