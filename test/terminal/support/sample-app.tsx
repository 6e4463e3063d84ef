import { Box, Text, useCursor, useInput, useWindowSize } from 'ink';
import { memo, useState, type ReactNode } from 'react';
import { holeText } from '../../../src/terminal/images/hole.js';

/** What a row of the list says: plain, wide, emoji, combining marks and links, in turns. */
export function rowText(index: number): string {
  const name = `${String(index).padStart(5, '0')}.png`;
  if (index % 7 === 3) return `${name}  東京の夜景と桜`;
  if (index % 11 === 5) return `${name}  👍🏽 family 👨‍👩‍👧 flag 🇳🇱 ok`;
  if (index % 13 === 6) return `${name}  cafe\u0301 naïve ▲ ✓ → ╭─╮`;
  return `${name}  ${index % 3 === 0 ? 'hmbrgrlora, solo, standing, smile' : 'outdoors, day'}  ${index * 37}`;
}

const Row = memo(function Row({ index, chosen, width, plain }: { index: number; chosen: boolean; width: number; plain: boolean }): ReactNode {
  if (plain) return <Text wrap="truncate" inverse={chosen}>{` ${String(index).padStart(5, '0')}.png `.padEnd(width)}</Text>;
  const color = index % 5 === 0 ? 'green' : index % 5 === 1 ? '#d08050' : index % 5 === 2 ? 'ansi256(141)' : undefined;
  return (
    <Box width={width} height={1}>
      <Text wrap="truncate" inverse={chosen} bold={index % 4 === 0} dimColor={index % 9 === 0} underline={index % 10 === 0} {...(color ? { color } : {})}>
        {rowText(index).padEnd(chosen ? 40 : 0)}
      </Text>
    </Box>
  );
});

export interface SampleProps {
  count: number;
  /** The hole's size in cells, and whether there is a second, small one. */
  hole: { width: number; height: number };
  small?: boolean;
  /** Rows that hold a name and nothing else. */
  plain?: boolean;
  /** Text to show in place of the hole: how a picture is shown without a layer. */
  picture?: string;
}

/** A list, a panel with a picture, a dialog over both: the layout that the terminal layer is measured and checked on. */
export function Sample({ count, hole, small, plain, picture }: SampleProps): ReactNode {
  const { columns, rows } = useWindowSize();
  const [at, setAt] = useState(0);
  const [top, setTop] = useState(0);
  const [dialog, setDialog] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [typing, setTyping] = useState(false);
  const [text, setText] = useState('');
  const cursor = useCursor();
  const height = Math.max(1, rows - 4);
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(count - 1, to));
    setAt(next);
    setTop((old) => (next < old ? next : next >= old + height ? next - height + 1 : old));
  };
  useInput((input, key) => {
    if (typing) {
      if (key.escape || key.return) setTyping(false);
      else setText((old) => (old + input).slice(-20));
    } else if (input === 'j' || key.downArrow) go(at + 1);
    else if (input === 'k' || key.upArrow) go(at - 1);
    else if (input === 'J' || key.pageDown) go(at + height);
    else if (input === 'K' || key.pageUp) go(at - height);
    else if (input === 'd' || (key.escape && dialog)) setDialog((old) => !old);
    else if (input === 'h') setHidden((old) => !old);
    else if (input === 'i') setTyping(true);
  });
  const shownTop = Math.min(top, Math.max(0, count - height));
  const list = Math.max(10, columns - hole.width - 6);
  cursor.setCursorPosition(typing ? { x: 3 + text.length, y: rows - 1 } : undefined);
  return (
    <Box width={columns} height={rows} flexDirection="column" overflow="hidden">
      <Box height={1}><Text wrap="truncate"><Text bold color="cyan"> loradeck</Text>  {count} images · at {at}</Text></Box>
      <Box height={rows - 2} overflow="hidden">
        <Box borderStyle="round" borderColor={dialog ? 'gray' : 'cyan'} width={list + 2} flexShrink={0} flexDirection="column" overflow="hidden">
          {Array.from({ length: Math.min(height, count) }, (_, i) => shownTop + i).map((index) => (
            <Row key={index} index={index} chosen={index === at} width={list} plain={plain ?? false} />
          ))}
        </Box>
        <Box borderStyle="round" width={hole.width + 2} flexShrink={0} flexDirection="column" overflow="hidden">
          {!hidden && (
            <Box width={hole.width} height={hole.height} flexShrink={0}>
              <Text>{picture ?? holeText(1, hole.width, hole.height)}</Text>
            </Box>
          )}
          <Text wrap="truncate">{plain ? `${String(at).padStart(5, '0')}.png` : rowText(at)}</Text>
          <Text wrap="truncate" color="yellow">{at % 3 === 0 && !plain ? '▲ T08 implied tags' : '✓ fine'}</Text>
          {small && <Box width={9} height={4} flexShrink={0}><Text>{holeText(700, 9, 4)}</Text></Box>}
        </Box>
      </Box>
      <Box height={1}><Text wrap="truncate" dimColor={!typing}>{typing ? `/: ${text}` : '↓↑ move  d dialog  h picture'}</Text></Box>
      {dialog && (
        <Box position="absolute" top={3} left={Math.max(0, columns - hole.width - 14)} width={Math.min(30, columns)} height={7} borderStyle="double" backgroundColor="#203040" flexDirection="column">
          <Text bold>add “outdoors” last · {at}</Text>
          <Text color="red">{at} change</Text>
          <Text dimColor>⏎ apply   esc cancel</Text>
        </Box>
      )}
    </Box>
  );
}
