import { Box, Text } from 'ink';
import { useMemo } from 'react';
import stringWidth from 'string-width';
import type { Picture } from '../../../core/dataset/model.js';
import type { Region } from '../../../terminal/images/driver.js';
import { PictureBox } from '../../parts/picture-box.js';
import { cut, fill, wrap } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';

interface Props {
  title: string;
  picture: Picture | null;
  /** What of it is seen; null shows all of it. */
  region: Region | null;
  /** Cells of the picture. */
  cells: { width: number; height: number };
  facts: string;
  /** The tags that only this one has; null when it stands alone. */
  tags: readonly string[] | null;
  tagLines: number;
  marked: boolean;
  focused: boolean;
  width: number;
  height: number;
}

const all: Region = { left: 0, top: 0, width: 1, height: 1 };

/** A picture in a border whose thick parts say, as scroll bars do, what of it is seen. */
export function CloseupPane({ title, picture, region, cells, facts, tags, tagLines, marked, focused, width, height }: Props) {
  const { left, top, width: wide, height: high } = region ?? all;
  const part = useMemo(() => (wide === 1 && high === 1 ? undefined : { left, top, width: wide, height: high }), [left, top, wide, high]);
  const color = focused ? theme.focus : theme.border;
  const inner = Math.max(0, width - 2);
  const sides = Math.max(0, height - 2);
  const bar = (length: number, start: number, share: number, thin: string, thick: string) =>
    share === 1 ? thin.repeat(length) : barOf(length, start, share, thin, thick);
  const label = ` ${cut(`${title}${marked ? ' ✓ marked' : ''}`, Math.max(0, inner - 4))} `;
  const side = (line: string) => <Text color={color}>{[...line].join('\n')}</Text>;
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Text color={color} wrap="truncate">
        {'╭─'}
        <Text bold={focused} color={focused ? theme.focus : theme.title}>
          {label}
        </Text>
        {`${'─'.repeat(Math.max(0, inner - 1 - stringWidth(label)))}╮`}
      </Text>
      <Box>
        {side('│'.repeat(sides))}
        <Box flexDirection="column" width={inner} height={sides}>
          <PictureBox picture={picture} width={cells.width} height={cells.height} region={part} />
          <Text color={theme.quiet}>{fill(` ${facts}`, inner)}</Text>
          {tags && onlyLines(tags, inner, tagLines).map((line, row) => <Text key={row}>{line}</Text>)}
        </Box>
        {side(bar(cells.height, top, high, '│', '┃') + '│'.repeat(Math.max(0, sides - cells.height)))}
      </Box>
      <Text color={color} wrap="truncate">{`╰${bar(inner, left, wide, '─', '━')}╯`}</Text>
    </Box>
  );
}

/** A line with its thick part where the part that is seen lies; it is never quite empty. */
function barOf(length: number, start: number, share: number, thin: string, thick: string): string {
  const size = Math.max(1, Math.min(length, Math.round(share * length)));
  const before = Math.max(0, Math.min(length - size, Math.round(start * length)));
  return thin.repeat(before) + thick.repeat(size) + thin.repeat(Math.max(0, length - before - size));
}

function onlyLines(tags: readonly string[], width: number, count: number): string[] {
  const text = tags.length === 0 ? 'no tag that the other one lacks' : `only here: ${tags.join(', ')}`;
  const lines = wrap(text, width - 2);
  // What does not fit goes into the last line, which is cut and says so.
  const shown = [...lines.slice(0, count - 1), lines.slice(count - 1).join(' ')];
  return Array.from({ length: count }, (_, row) => fill(` ${shown[row] ?? ''}`, width));
}
