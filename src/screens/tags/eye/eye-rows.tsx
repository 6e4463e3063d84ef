import { Box, Text } from 'ink';
import type { Concept, Picture } from '../../../core/dataset/model.js';
import { cut } from '../../parts/text.js';
import { signs, theme } from '../../parts/theme.js';
import { RunLine } from './run-line.js';
import { runsOf, wrapRuns } from './runs.js';
import { useEye } from './use-eye.js';
import { doneTo, tokensWord } from './words.js';

interface Props {
  picture: Picture | null;
  concept: Concept | undefined;
  width: number;
}

/** The trainer's eye in two rows: what is fed with its tokens, and the worst that there is to say of it. */
export function EyeRows({ picture, concept, width }: Props) {
  const look = useEye(picture, concept, 1);
  if (!look) {
    return (
      <Box flexDirection="column" height={2}>
        <Text color={theme.quiet}>{cut(' The trainer does not read this image.', width)}</Text>
        <Text> </Text>
      </Box>
    );
  }
  const tokens = tokensWord(look);
  const room = width - tokens.length - 10;
  const [first = [], ...rest] = wrapRuns(runsOf(look), Math.max(10, room - 1));
  const [worst, ...others] = look.warnings;
  // Where nothing else is to be said, the text goes on.
  const second = worst || look.random ? undefined : rest[0];
  const more = others.length > 0 ? ` (+${others.length})` : '';
  return (
    <Box flexDirection="column" height={2}>
      <Box width={width}>
        <Text color={theme.quiet}> reads </Text>
        <Box width={room}>
          {first.length === 0 ? <Text color={theme.quiet}>nothing</Text> : <RunLine runs={first} more={rest.length > 0 && !second} />}
        </Box>
        <Text color={tokens.startsWith('▲') ? theme.warn : theme.quiet}> {tokens}</Text>
      </Box>
      {worst ? (
        <Text wrap="truncate">
          <Text color={theme[worst.level]}> {signs[worst.level]} </Text>
          {cut(worst.text, width - 4 - more.length)}
          <Text color={theme.quiet}>{more}</Text>
        </Text>
      ) : second ? (
        <Box paddingLeft={7}>
          <RunLine runs={second} more={rest.length > 1} />
        </Box>
      ) : (
        <Text color={theme.quiet} wrap="truncate">{cut(`       ${doneTo(look)}${look.random ? ' · V draws again' : ''}`, width)}</Text>
      )}
    </Box>
  );
}
