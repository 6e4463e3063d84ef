import { Box, Text } from 'ink';
import stringWidth from 'string-width';
import { summarize } from '../../core/checks/finding.js';
import type { Session } from '../../core/session/session.js';
import { isLive } from '../../core/training/run-row.js';
import { useSession } from '../deck/use.js';
import { keyLine, type Binding } from './bindings.js';
import { count, cut, fill, number } from './text.js';
import { signs, theme } from './theme.js';

/** Two lines: what is wrong and what runs, with the last change and its undo; then the keys of this screen. */
export function Footer({ columns, tables }: { columns: number; tables: ReadonlyArray<readonly Binding[]> }) {
  const message = useSession((session) => session.message);
  const left = useSession(state);
  const undo = useSession((session) => session.undo);
  const right = message ? message.text : undo ? `${undo.what} · u undo` : '';
  const tone = message?.tone ?? 'info';
  const sign = message && tone !== 'info' ? `${signs[tone]} ` : '';
  const rightWidth = Math.min(stringWidth(sign + right), Math.max(0, columns - 22));
  return (
    <Box flexDirection="column" width={columns} height={2} flexShrink={0}>
      <Text wrap="truncate">
        {fill(` ${left}`, columns - rightWidth - 1)}
        <Text color={message ? theme[tone] : theme.quiet}>{cut(sign + right, rightWidth)}</Text>
      </Text>
      <Text wrap="truncate">
        {' '}
        {keyLine(tables, columns).map(({ key, word }, index) => (
          <Text key={index}>
            <Text bold color={theme.accent}>
              {key}
            </Text>
            <Text color={theme.quiet}>{` ${word}  `}</Text>
          </Text>
        ))}
      </Text>
    </Box>
  );
}

function state(session: Session): string {
  const parts: string[] = [];
  if (session.findings) {
    const { error, warn } = summarize(session.findings);
    if (error > 0) parts.push(`${signs.error} ${count(error, 'error')}`);
    if (warn > 0) parts.push(`${signs.warn} ${count(warn, 'warning')}`);
    if (error + warn === 0) parts.push(`${signs.good} nothing wrong found`);
  }
  if (session.work) parts.push(`${session.work.what} ${number(session.work.done)}/${number(session.work.total)}`);
  const live = session.runs.find(isLive);
  if (live) {
    const { step, total_steps, epoch, total_epochs } = live.state;
    const progress = step === null ? live.state.phase : `epoch ${epoch ?? '–'}/${total_epochs ?? '–'} · step ${step}/${total_steps ?? '–'}`;
    parts.push(`● ${live.id} ${progress}${live.recording ? ' (recording)' : ''}`);
  }
  return parts.join(' · ');
}
