import { Box, Text } from 'ink';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { filterNeeds, folderPictures, leftOutFolder, placeOf, rawFolder, visible } from '../../core/session/visible.js';
import type { Session } from '../../core/session/session.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import { useSession, useView } from '../deck/use.js';
import type { Room } from '../deck/overlay.js';
import { Pane } from '../parts/pane.js';
import { issuesByImage } from '../parts/issues.js';
import { CloseupScreen } from './closeup/screen.js';
import { columns as allColumns } from './columns/columns.js';
import { sortSign } from './columns/heading.js';
import { Details } from './details.js';
import { FilterError, FilterLine } from './filter-line.js';
import { Grid } from './grid.js';
import { datasetLayout } from './layout.js';
import { List } from './list.js';
import { listMouse } from './mouse.js';
import { shownNow, type ShownNow } from './shown-now.js';
import { firstRow } from './step.js';
import { datasetView } from './view.js';

/** Screen 1: the images of a concept with pictures inline, and the one under the cursor in full; or a closeup. */
export function DatasetScreen(room: Room) {
  const session = useSession(useShallow(shownNow));
  const { closeup } = useView(datasetView);
  return closeup ? <CloseupScreen closeup={closeup} session={session} {...room} /> : <Images session={session} {...room} />;
}

function Images({ session, columns, rows }: Room & { session: ShownNow }) {
  const view = useView(datasetView);
  const deck = useDeck();
  const { preferences } = deck;
  const mode = useStore(preferences, (chosen) => chosen.mode);
  const tile = useStore(preferences, (chosen) => chosen.tile);
  const issues = useMemo(() => issuesByImage(session.findings), [session.findings]);
  const layout = datasetLayout(columns, rows, { mode, tile });
  const { pictures, error } = visible(session);
  const index = Math.max(0, placeOf(pictures, session.cursor));
  const picture = pictures[index] ?? null;
  const inner = layout.list.width - 2;
  // The window may have become another one since the last key: the cursor is in view all the same.
  const from = firstRow(view.first, index, pictures.length, layout) * layout.perRow;
  const shown = pictures.slice(from, from + layout.rows * layout.perRow);
  const parts = { pictures: shown, cursor: picture, marks: session.marks, issues, layout };
  return (
    <Box flexDirection={layout.stacked ? 'column' : 'row'} width={columns} height={rows}>
      <Pane title={title(session)} foot={foot(session)} width={layout.list.width} height={layout.list.height} focused mouse={listMouse(deck)}>
        <FilterLine session={session} view={view} shown={pictures.length} width={inner} />
        {error && <FilterError error={error} filter={session.filter} width={inner} />}
        {pictures.length === 0 && !error && <Empty session={session} width={inner} />}
        {pictures.length > 0 && (mode === 'grid' ? <Grid {...parts} /> : <List {...parts} session={session} width={inner} />)}
      </Pane>
      <Details
        picture={picture}
        trained={session.dataset?.concepts.some((concept) => concept.folder === picture?.folder) ?? false}
        findings={picture ? (issues.get(picture.path) ?? none) : none}
        width={layout.detail.width}
        height={layout.detail.height}
      />
    </Box>
  );
}

const none: never[] = [];

function Empty({ session, width }: { session: ShownNow; width: number }) {
  return (
    <Box padding={1} width={width}>
      <Text>{whyEmpty(session)}</Text>
    </Box>
  );
}

/** Why no image is shown, and what can be done. */
export function whyEmpty({ dataset, filter, settings, tokensCounted }: Pick<Session, 'dataset' | 'filter' | 'settings' | 'tokensCounted'>): string {
  if (!dataset) return 'Reading the workspace…';
  if (!tokensCounted && filterNeeds({ filter, settings }, 'tokens')) return 'Counting the tokens of all captions…';
  if (filter !== '') return 'No image passes the filter. esc clears it, / changes it.';
  if (dataset.raw.length > 0) return 'No concept holds an image yet. n makes one from the images of Raw.';
  return 'There are no images. Put some into the folder Raw, read again with ctrl-l, then n makes a concept.';
}

/** What is shown: a concept with its images and repeats, all of them, or a folder beside them. */
export function title({ dataset, folder }: Pick<Session, 'dataset' | 'folder'>): string {
  if (!dataset) return 'dataset';
  if (folder === rawFolder) return `Raw  ${counted(dataset?.raw.length ?? 0, 'original')}`;
  if (folder === leftOutFolder) return `Left out  ${counted(dataset?.leftOut.length ?? 0, 'image')}`;
  const concept = dataset?.concepts.find((one) => one.folder === folder);
  if (concept) return `${concept.folder}  ${counted(concept.pictures.length, 'image')} × ${concept.repeats}`;
  return `all concepts  ${counted(folderPictures(dataset, null).length, 'image')}`;
}

function foot({ marks, sort }: ShownNow): string {
  const order = sort ? `by ${allColumns[sort.by].heading} ${sortSign(sort)}` : '';
  return [order, marks.size > 0 ? `✓ ${marks.size} marked` : ''].filter(Boolean).join(' · ');
}
