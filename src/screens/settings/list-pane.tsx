import { Text } from 'ink';
import { memo } from 'react';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Pane } from '../parts/pane.js';
import { cut, fill } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { goTo, step } from './cursor.js';
import { findingIndent, type Line } from './lines.js';
import type { SettingRow } from './rows.js';

interface Props {
  title: string;
  foot: string;
  /** The lines that are seen. */
  lines: readonly Line[];
  /** Key of the setting under the cursor. */
  cursor: string | null;
  /** What stands there when there are no lines. */
  empty: string;
  width: number;
  height: number;
}

/** The settings: label, value, where the value came from, and under each what there is to say of it. */
export const ListPane = memo(function ListPane({ title, foot, lines, cursor, empty, width, height }: Props) {
  const deck = useDeck();
  const inner = width - 2;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const line = lines[y];
      if (!line || line.kind === 'heading') return;
      const { key } = line.row;
      if (key !== cursor) return goTo(deck, key);
      return { action: line.kind === 'row' ? 'settings.edit' : line.kind === 'fix' ? 'settings.fix' : 'settings.explain' };
    },
    wheel: (by) => step(deck, by),
  };
  return (
    <Pane title={title} foot={foot} width={width} height={height} focused mouse={mouse}>
      {lines.length === 0 && <Text color={theme.quiet}> {cut(empty, inner - 2)}</Text>}
      {lines.map((line, index) => (
        <LineText key={index} line={line} cursor={cursor} width={inner} />
      ))}
    </Pane>
  );
});

function LineText({ line, cursor, width }: { line: Line; cursor: string | null; width: number }) {
  switch (line.kind) {
    case 'heading': {
      const label = ` ${line.section.label} `;
      return (
        <Text color={theme.quiet} wrap="truncate">
          {' ─'}
          <Text bold color={theme.title}>
            {label}
          </Text>
          {'─'.repeat(Math.max(0, width - label.length - 3))}
        </Text>
      );
    }
    case 'row':
      return <RowText row={line.row} under={line.row.key === cursor} width={width} />;
    case 'finding':
      return (
        <Text wrap="truncate">
          {' '.repeat(findingIndent - 2)}
          <Text color={theme[line.finding.level]}>{line.begins ? `${signs[line.finding.level]} ` : '  '}</Text>
          {line.text}
        </Text>
      );
    case 'fix':
      return (
        <Text color={theme.accent} wrap="truncate">
          {' '.repeat(findingIndent)}
          {line.text}
        </Text>
      );
  }
}

function RowText({ row, under, width }: { row: SettingRow; under: boolean; width: number }) {
  const label = Math.min(25, Math.max(14, Math.floor(width * 0.37)));
  const from = Math.min(34, Math.max(17, Math.floor(width * 0.28)));
  const value = width - label - from - 5;
  const worst = row.findings[0]?.level;
  return (
    <Text inverse={under} wrap="truncate">
      <Text color={worst && !under ? theme[worst] : undefined}>{worst ? ` ${signs[worst]} ` : '   '}</Text>
      {fill(row.setting.label, label - 1)} <Text bold={row.from === 'you'}>{fill(row.text, value)}</Text>
      {'  '}
      <Text color={under ? undefined : originColor(row)}>{fill(origin(row), from)}</Text>
    </Text>
  );
}

/** Where a value came from, in words; for an own one also what it would be without. */
export function origin({ from, was, section }: SettingRow): string {
  if (section === 'unknown') return 'does nothing';
  if (from === 'you') return was === null ? 'you' : `you · was ${was}`;
  return from === 'trainer' ? "trainer's default" : from;
}

function originColor({ from }: SettingRow): string | undefined {
  return from === 'you' ? theme.accent : from === 'guide' ? theme.good : from === 'trainer' ? theme.quiet : undefined;
}
