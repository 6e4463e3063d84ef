import { Box, Text } from 'ink';
import { summarize } from '../../core/checks/finding.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { Room } from '../deck/overlay.js';
import { useSession, useView } from '../deck/use.js';
import { Pane } from '../parts/pane.js';
import { cut, fill } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { FindingDetail } from './detail.js';
import { checksLayout } from './layout.js';
import { findingsMouse } from './mouse.js';
import { sortFindings } from './sorted.js';
import { guideLine } from './summary.js';
import { checksView } from './view.js';

/** Screen 3: what the guide and the trainer would say of this workspace, why, on which images, and what fixes it. */
export function ChecksScreen({ columns, rows }: Room) {
  const deck = useDeck();
  const found = useSession((session) => session.findings);
  const dataset = useSession((session) => session.dataset);
  const view = useView(checksView);
  const layout = checksLayout(columns, rows);
  const findings = sortFindings(found);
  const at = Math.min(view.at, Math.max(0, findings.length - 1));
  const finding = findings[at] ?? null;
  const { error, warn, info } = summarize(findings);
  const title = found ? `${counted(error, 'error')} · ${counted(warn, 'warning')} · ${counted(info, 'note')}` : 'looking…';
  const width = layout.list.width - 2;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Box flexDirection={layout.stacked ? 'column' : 'row'}>
        <Pane title={title} width={layout.list.width} height={layout.list.height} focused={view.focus === 'findings'} mouse={findingsMouse(deck)}>
          {findings.length === 0 && (
            <Text> {found ? `${signs.good} Nothing to mend: the set is as the guide wants it.` : 'The files are being looked at.'}</Text>
          )}
          {findings.slice(view.first, view.first + layout.list.height - 2).map((one, row) => {
            const selected = view.first + row === at;
            const fix = one.fix ? ' f' : '  ';
            return (
              <Text key={view.first + row} inverse={selected} wrap="truncate">
                <Text color={selected ? undefined : theme[one.level]}>
                  {` ${signs[one.level]} ${fill(one.rule, 5)}`}
                </Text>
                {fill(one.message, width - 11)}
                <Text color={selected ? undefined : theme.accent}>{fix} </Text>
              </Text>
            );
          })}
        </Pane>
        <FindingDetail
          finding={finding}
          dataset={dataset}
          image={view.image}
          focused={view.focus === 'images'}
          width={layout.detail.width}
          height={layout.detail.height}
        />
      </Box>
      <Text color={theme.quiet}>{cut(` guide: ${guideLine(dataset)}`, columns)}</Text>
    </Box>
  );
}
