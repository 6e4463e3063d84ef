import { counted } from '../../core/words.js';
import { Text } from 'ink';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Pane } from '../parts/pane.js';
import { theme } from '../parts/theme.js';
import type { LogText } from './log-file.js';
import { logShape } from './log-shape.js';
import { logWindow } from './log-window.js';
import { turnWheel } from './move.js';
import { trainingView } from './view.js';

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

/** The trainer's output: its end as it grows, or from a line on. */
export function LogPane({ title = 'log', log, at, wrapped, focused, width, height }: Props) {
  const { rows, below } = logWindow(log?.lines ?? [], at, logShape({ width, height, wrapped }));
  const older = log?.cut && at === 0 ? `what is older: ${log.path}` : '';
  const foot = [older, below > 0 ? `${counted(below, 'line')} below` : ''].filter(Boolean).join(' · ');
  const deck = useDeck();
  const mouse: MouseHandlers = {
    click: () => deck.view(trainingView).setState({ focus: 'log' }),
    wheel: (by) => turnWheel(deck, 'log', by),
  };
  return (
    <Pane title={title} foot={foot} width={width} height={height} focused={focused} mouse={mouse}>
      {log && rows.length === 0 && <Text color={theme.quiet}> no output yet</Text>}
      {rows.map((row, index) => (
        <Text key={index} color={wrapped ? undefined : theme.quiet} wrap="truncate">
          {` ${row}`}
        </Text>
      ))}
    </Pane>
  );
}
