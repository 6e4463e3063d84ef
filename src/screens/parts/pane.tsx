import { Box, Text, type DOMElement } from 'ink';
import { useRef, type ReactNode } from 'react';
import stringWidth from 'string-width';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Say, useSpoken } from './say.js';
import { cut } from './text.js';
import { theme } from './theme.js';
import { useMouse } from './use-mouse.js';

interface Props {
  title: string;
  /** At the right end of the lower border, e.g. `3 marked`. */
  foot?: string;
  width: number;
  height: number;
  focused?: boolean;
  /** What the mouse does inside; cells count from the upper left one of the inside. */
  mouse?: MouseHandlers | undefined;
  children?: ReactNode;
}

/**
 * A bordered pane with its title in the upper border. Sizes are outer cells; the inside is `width - 2` by `height - 2`.
 *
 * @example <Pane title="014.png" width={40} height={20} focused>…</Pane>
 */
export function Pane({ title, foot = '', width, height, focused = false, mouse, children }: Props) {
  const box = useRef<DOMElement>(null);
  useMouse(box, mouse);
  if (useSpoken()) return <SpokenPane title={title}>{children}</SpokenPane>;
  const color = focused ? theme.focus : theme.border;
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Edge left="╭" right="╮" text={title} width={width} color={color} bold={focused} />
      <Box
        ref={box}
        borderStyle="round"
        borderTop={false}
        borderBottom={false}
        borderColor={color}
        width={width}
        height={Math.max(0, height - 2)}
        flexDirection="column"
        flexShrink={0}
      >
        {children}
      </Box>
      <Edge left="╰" right="╯" text={foot} width={width} color={color} atEnd />
    </Box>
  );
}

/** A pane for the ear: its title, then what is in it. */
function SpokenPane({ title, children }: Pick<Props, 'title' | 'children'>) {
  return (
    <Box flexDirection="column">
      <Say lines={[title]} />
      {children}
    </Box>
  );
}

interface EdgeProps {
  left: string;
  right: string;
  text: string;
  width: number;
  color: string | undefined;
  bold?: boolean;
  atEnd?: boolean;
}

function Edge({ left, right, text, width, color, bold = false, atEnd = false }: EdgeProps) {
  const label = text === '' ? '' : ` ${cut(text, Math.max(0, width - 5))} `;
  const line = '─'.repeat(Math.max(0, width - 3 - stringWidth(label)));
  return (
    <Text color={color} wrap="truncate">
      {left}
      {atEnd ? line : '─'.repeat(label === '' ? 1 : 0)}
      <Text color={bold ? theme.focus : theme.title} bold={bold}>
        {bold && theme.focus === undefined ? <Text inverse>{label}</Text> : label}
      </Text>
      {atEnd ? '─' : line}
      {atEnd || label === '' ? '' : '─'}
      {right}
    </Text>
  );
}
