import { Box, Text } from 'ink';
import { memo } from 'react';
import stringWidth from 'string-width';
import type { Picture } from '../../core/dataset/model.js';
import { PictureBox } from '../parts/picture-box.js';
import { cut } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';

interface Props {
  picture: Picture;
  width: number;
  height: number;
  selected: boolean;
  marked: boolean;
  issue: 'error' | 'warn' | null;
}

/** A picture of the grid in a frame: the name, its marks and its number of tags in the lower border. */
export const Tile = memo(function Tile({ picture, width, height, selected, marked, issue }: Props) {
  const color = selected ? theme.focus : theme.border;
  const line = selected ? '━' : '─';
  const [topLeft, topRight, lowLeft, lowRight, side] = selected ? ['┏', '┓', '┗', '┛', '┃'] : ['┌', '┐', '└', '┘', '│'];
  const tags = String(picture.tags.length);
  const signsText = `${marked ? ' ✓' : ''}${issue ? ` ${signs[issue]}` : ''}`;
  const name = cut(picture.stem, Math.max(1, width - tags.length - signsText.length - 4));
  const gap = Math.max(0, width - 4 - stringWidth(name) - signsText.length - tags.length);
  return (
    <Box flexDirection="column" width={width + 2} flexShrink={0}>
      <Text color={color}>{topLeft + line.repeat(width) + topRight}</Text>
      <Box>
        <Text color={color}>{Array.from({ length: height }, () => side).join('\n')}</Text>
        <PictureBox picture={picture} width={width} height={height} restMs={25} />
        <Text color={color}>{Array.from({ length: height }, () => side).join('\n')}</Text>
      </Box>
      <Text wrap="truncate">
        <Text color={color}>{lowLeft + line}</Text>
        <Text bold={selected}>{name}</Text>
        <Text color={marked ? theme.good : undefined}>{marked ? ' ✓' : ''}</Text>
        <Text color={issue ? theme[issue] : undefined}>{issue ? ` ${signs[issue]}` : ''}</Text>
        <Text color={color}>{line.repeat(gap + 2)}</Text>
        <Text color={theme.quiet}>{tags}</Text>
        <Text color={color}>{line + lowRight}</Text>
      </Text>
    </Box>
  );
});
