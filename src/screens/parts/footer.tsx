import { Box, Text, type DOMElement } from 'ink';
import { useRef } from 'react';
import stringWidth from 'string-width';
import { useStore } from 'zustand';
import { summarize, type Finding } from '../../core/checks/finding.js';
import type { Session } from '../../core/session/session.js';
import { isLive } from '../../core/training/run-row.js';
import { number } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { Overlay } from '../deck/overlay.js';
import type { Showing } from '../deck/showing.js';
import { useSession } from '../deck/use.js';
import { keyLine, type Binding } from './bindings.js';
import { byScreen } from './issues.js';
import { cut, fill, speed } from './text.js';
import { keyOfLabel } from './key-name.js';
import { signs, theme } from './theme.js';
import { useMouse } from './use-mouse.js';

interface Props {
  columns: number;
  tables: ReadonlyArray<readonly Binding[]>;
  /** The dialog that has the keys, if one is open. */
  overlay: Overlay | null;
}

/** Two lines: what is wrong and what runs, with the last change and its undo; then the keys of this screen. */
export function Footer({ columns, tables, overlay }: Props) {
  const message = useSession((session) => session.message);
  const pictures = useStore(useDeck().showing, told);
  const left = [useSession(state), pictures].filter(Boolean).join(' · ');
  const undo = useSession((session) => session.undo);
  const keys = overlay ? (overlay.keys ?? [{ key: 'esc', word: 'leave' }]) : keyLine(tables, columns);
  const right = message ? message.text : undo ? `${undo.what} · ${overlay?.undoKey ?? 'u'} undo` : '';
  const tone = message?.tone ?? 'info';
  const sign = message && tone !== 'info' ? `${signs[tone]} ` : '';
  const rightWidth = Math.min(stringWidth(sign + right), Math.max(0, columns - 22));
  const box = useRef<DOMElement>(null);
  useMouse(box, {
    click: ({ x, y }) => {
      let end = 1;
      const found = y === 1 && x > 0 ? keys.find(({ key, word }) => x < (end += stringWidth(`${key} ${word}  `))) : undefined;
      return found && { key: keyOfLabel(found.key) };
    },
  });
  return (
    <Box ref={box} flexDirection="column" width={columns} height={2} flexShrink={0}>
      <Text wrap="truncate">
        {fill(` ${left}`, columns - rightWidth - 1)}
        <Text color={message ? theme[tone] : theme.quiet}>{cut(sign + right, rightWidth)}</Text>
      </Text>
      <Text wrap="truncate">
        {' '}
        {keys.map(({ key, word }, index) => (
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

/** `dataset ✗2 ▲7`; empty when there is nothing to say. */
function tally(where: string, findings: readonly Finding[]): string {
  const { error, warn } = summarize(findings);
  const counts = [error > 0 ? `${signs.error}${error}` : '', warn > 0 ? `${signs.warn}${warn}` : ''].filter(Boolean);
  return counts.length > 0 ? `${where} ${counts.join(' ')}` : '';
}

/** Less than all is spent on pictures: how much, and on what line. */
function told({ driver, spent, rate }: Showing): string {
  if (driver === 'none' || spent === 'full') return '';
  return `pictures ${spent}${rate === null || rate === Infinity ? '' : ` (${speed(rate)})`}`;
}

function state(session: Session): string {
  const parts: string[] = [];
  if (session.findings) {
    const { dataset, settings } = byScreen(session.findings);
    const said = [tally('dataset', dataset), tally('settings', settings)].filter(Boolean);
    parts.push(...(said.length > 0 ? said : [`${signs.good} nothing wrong found`]));
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
