import { Box, Text } from 'ink';
import { useDeck } from '../../deck/deck.js';
import type { Room } from '../../deck/overlay.js';
import { useSession } from '../../deck/use.js';
import { Pane } from '../../parts/pane.js';
import { PictureBox } from '../../parts/picture-box.js';
import { bar } from '../../parts/progress.js';
import { cut } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { tagsLayout } from '../layout.js';
import type { Sweep } from './model.js';
import { asked, hasTag, outcome } from './sweep.js';

/** One image as large as there is room, and one question beside it. */
export function SweepView({ sweep, columns, rows }: Room & { sweep: Sweep }) {
  const { index } = useDeck();
  const dataset = useSession((session) => session.dataset);
  const picture = asked(sweep, dataset);
  const { set, tags } = tagsLayout(columns, rows);
  const side = Math.min(set.width, tags.width);
  const inner = side - 4;
  const has = picture !== null && hasTag(picture, sweep.tag);
  const progress = bar(sweep.at / Math.max(1, sweep.order.length), inner);
  const others = (picture?.tags ?? []).slice(0, Math.max(0, rows - 12));
  const title = picture ? `${picture.name}  ${sweep.at + 1} of ${sweep.order.length}` : 'the end';
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Box>
        <Pane title={title} width={columns - side} height={rows - 1}>
          <PictureBox picture={picture} width={columns - side - 2} height={rows - 3} restMs={0} />
        </Pane>
        <Pane title="does it have" width={side} height={rows - 1} focused>
          <Box flexDirection="column" paddingX={1}>
            <Text bold color={theme.activation} wrap="truncate">{cut(sweep.tag, inner)}</Text>
            <Text> </Text>
            {picture ? (
              <Text bold={has} color={has ? theme.good : undefined}>{has ? '✓ it has it' : '· it lacks it'}</Text>
            ) : (
              <Text>All were asked. esc goes back.</Text>
            )}
            <Text color={theme.quiet}>{`${index.count(sweep.tag)} of ${index.size} have it`}</Text>
            <Text> </Text>
            {others.map((tag, row) => (
              <Text key={row} color={theme.quiet} wrap="truncate">{cut(tag, inner)}</Text>
            ))}
          </Box>
          <Box flexGrow={1} />
          <Box paddingX={1}>
            <Text color={theme.accent}>{progress.done}</Text>
            <Text color={theme.quiet}>{progress.rest}</Text>
          </Box>
        </Pane>
      </Box>
      <Text color={theme.quiet} wrap="truncate">{cut(` ${outcome(sweep)}`, columns)}</Text>
    </Box>
  );
}
