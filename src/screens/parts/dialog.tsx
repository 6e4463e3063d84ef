import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Room } from '../deck/overlay.js';
import { Pane } from './pane.js';

interface Props {
  title: string;
  foot?: string;
  width: number;
  height: number;
  room: Room;
  mouse?: MouseHandlers | undefined;
  children?: ReactNode;
}

/** A pane in the middle of the room, over whatever lies there. It never grows past the room. */
export function Dialog({ title, foot, width, height, room, mouse, children }: Props) {
  const columns = Math.min(width, room.columns);
  const rows = Math.min(height, room.rows);
  return (
    <Box
      position="absolute"
      top={Math.max(0, Math.floor((room.rows - rows) / 2))}
      left={Math.max(0, Math.floor((room.columns - columns) / 2))}
      width={columns}
      height={rows}
    >
      <Blank columns={columns} rows={rows} />
      <Pane title={title} foot={foot} width={columns} height={rows} focused mouse={mouse}>
        {children}
      </Pane>
    </Box>
  );
}

/** Blanks over what lies below, in the terminal's own background. */
export function Blank({ columns, rows }: { columns: number; rows: number }) {
  const line = ' '.repeat(columns);
  return (
    <Box position="absolute" aria-hidden>
      <Text>{Array.from({ length: rows }, () => line).join('\n')}</Text>
    </Box>
  );
}
