import { Box, Text } from 'ink';
import { printable } from '../../core/printable.js';
import type { Session } from '../../core/session/session.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Room } from '../deck/overlay.js';
import { useSession, useView } from '../deck/use.js';
import { Pane } from '../parts/pane.js';
import { fill, wrap } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { welcomeView } from './view.js';
import { ways } from './ways.js';

/** What stands at the start when there is no workspace yet: where one is, and the ways on. */
export function WelcomeScreen({ columns, rows }: Room) {
  const session = useSession((state) => state);
  const { at } = useView(welcomeView);
  const list = ways(session);
  const width = Math.min(86, columns);
  const inner = width - 4;
  // Seven rows are borders, blanks and the words about the way under the cursor.
  const lead = where(session)
    .flatMap((text) => wrap(text, inner))
    .slice(0, Math.max(0, rows - list.length - 8));
  const about = wrap(list[at]?.about ?? '', inner);
  const deck = useDeck();
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const row = y - lead.length - 2;
      if (row < 0 || row >= list.length) return;
      if (row === at) return { action: 'welcome.choose' };
      deck.view(welcomeView).setState({ at: row });
    },
    wheel: (by) => ({ action: by > 0 ? 'welcome.down' : 'welcome.up' }),
  };
  return (
    <Box width={columns} height={rows} justifyContent="center" alignItems="center">
      <Pane title="welcome" foot="⏎ choose" width={width} height={Math.min(rows, lead.length + list.length + 8)} focused mouse={mouse}>
        <Text> </Text>
        {lead.map((line, row) => (
          <Text key={row}> {line}</Text>
        ))}
        <Text> </Text>
        {list.map((way, row) => (
          <Text key={row} inverse={row === at} wrap="truncate">
            {fill(` ${row === at ? '▸' : ' '} ${way.label}`, width - 2)}
          </Text>
        ))}
        <Text> </Text>
        {about.slice(0, 3).map((line, row) => (
          <Text key={row} color={theme.quiet}>
            {' '}
            {line}
          </Text>
        ))}
      </Pane>
    </Box>
  );
}

/** What this folder is, in sentences. */
export function where({ root, dataset }: Session): string[] {
  const hello = 'loradeck prepares, tags and checks a set of images, sets the trainer up, starts it and watches it.';
  if (root === null || !dataset) return [hello, 'No folder is open.'];
  if (dataset.isConceptFolder) return [hello, `${printable(root)} is the folder of one concept, not a workspace (W01).`];
  if (dataset.raw.length > 0) {
    return [hello, `${printable(root)} is no workspace yet. Its folder Raw holds ${counted(dataset.raw.length, 'original')}, ready for a first concept.`];
  }
  const images = dataset.rootImages.length > 0 ? ` It holds ${counted(dataset.rootImages.length, 'image')} directly; originals belong into a folder Raw in it.` : '';
  return [hello, `${printable(root)} is no workspace yet.${images}`];
}
