import { counted } from '../../core/words.js';
import { Text } from 'ink';
import { Pane } from '../parts/pane.js';
import { theme } from '../parts/theme.js';
import type { LogText } from './log-file.js';
import { logWindow, type LogShape } from './log-window.js';

interface Props {
  title?: string;
  log: LogText | null;
  /** First line that is seen; null = the end, as it grows. */
  at: number | null;
  wrapped: boolean;
  focused: boolean;
  width: number;
  height: number;
}

/** The place that a log pane of these outer cells has for the log. */
export function logShape({ width, height, wrapped }: Pick<Props, 'width' | 'height' | 'wrapped'>): LogShape {
  return { rows: Math.max(0, height - 2), width: width - 4, wrapped };
}

/** The trainer's output: its end as it grows, or from a line on. */
export function LogPane({ title = 'log', log, at, wrapped, focused, width, height }: Props) {
  const { rows, below } = logWindow(log?.lines ?? [], at, logShape({ width, height, wrapped }));
  const older = log?.cut && at === 0 ? `what is older: ${log.path}` : '';
  const foot = [older, below > 0 ? `${counted(below, 'line')} below` : ''].filter(Boolean).join(' · ');
  return (
    <Pane title={title} foot={foot} width={width} height={height} focused={focused}>
      {log && rows.length === 0 && <Text color={theme.quiet}> no output yet</Text>}
      {rows.map((row, index) => (
        <Text key={index} color={wrapped ? undefined : theme.quiet} wrap="truncate">
          {` ${row}`}
        </Text>
      ))}
    </Pane>
  );
}
