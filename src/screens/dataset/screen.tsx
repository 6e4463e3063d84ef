import { Box, Text } from 'ink';
import { useMemo } from 'react';
import { folderPictures, leftOutFolder, rawFolder, visible } from '../../core/session/visible.js';
import type { Session } from '../../core/session/session.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import { useSession, useView } from '../deck/use.js';
import type { Room } from '../deck/overlay.js';
import { Field } from '../parts/field.js';
import { Pane } from '../parts/pane.js';
import { issuesByImage, worst } from '../parts/issues.js';
import { fill, wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { Details } from './details.js';
import { datasetLayout } from './layout.js';
import { listMouse } from './mouse.js';
import { Row } from './row.js';
import { Tile } from './tile.js';
import { datasetView, type DatasetView } from './view.js';

/** Screen 1: the images of a concept with pictures inline, and the one under the cursor in full. */
export function DatasetScreen({ columns, rows }: Room) {
  const deck = useDeck();
  const session = useSession((state) => state);
  const view = useView(datasetView);
  const issues = useMemo(() => issuesByImage(session.findings), [session.findings]);
  const layout = datasetLayout(columns, rows, view);
  const { pictures, error } = visible(session);
  const index = Math.max(0, pictures.findIndex((picture) => picture.id === session.cursor));
  const picture = pictures[index] ?? null;
  const inner = layout.list.width - 2;
  const from = view.first * layout.perRow;
  const shown = pictures.slice(from, from + layout.rows * layout.perRow);
  const tileRows = chunk(shown, layout.perRow);
  const issueOf = (path: string) => worst(issues.get(path) ?? []);
  return (
    <Box flexDirection={layout.stacked ? 'column' : 'row'} width={columns} height={rows}>
      <Pane title={title(session)} foot={foot(session)} width={layout.list.width} height={layout.list.height} focused mouse={listMouse(deck, 1)}>
        <FilterLine session={session} view={view} shown={pictures.length} width={inner} />
        {error && <FilterError error={error} width={inner} />}
        {pictures.length === 0 && !error && <Empty session={session} width={inner} />}
        {view.mode === 'grid'
          ? tileRows.map((row) => (
              <Box key={row[0]?.id}>
                {row.map((one) => (
                  <Tile
                    key={one.id}
                    picture={one}
                    width={layout.tile.width}
                    height={layout.tile.height}
                    selected={one === picture}
                    marked={session.marks.has(one.id)}
                    issue={issueOf(one.path)}
                  />
                ))}
              </Box>
            ))
          : shown.map((one) => (
              <Row
                key={one.id}
                picture={one}
                width={inner}
                selected={one === picture}
                marked={session.marks.has(one.id)}
                issue={issueOf(one.path)}
              />
            ))}
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

interface FilterProps {
  session: Session;
  view: DatasetView;
  shown: number;
  width: number;
}

function FilterLine({ session, view, shown, width }: FilterProps) {
  const all = folderPictures(session.dataset, session.folder).length;
  const right = session.filter === '' && !view.editing ? '' : ` ${shown} of ${all}`;
  const room = Math.max(1, width - right.length - 3);
  return (
    <Box>
      <Text color={view.editing ? theme.focus : theme.quiet}> / </Text>
      {view.editing ? (
        <Box width={room}>
          <Field field={view.editing} width={room} hint="tag:smile width>=768 …" />
        </Box>
      ) : (
        <Text color={session.filter === '' ? theme.quiet : undefined}>{fill(session.filter || 'all images', room)}</Text>
      )}
      <Text>{right}</Text>
    </Box>
  );
}

/** What is wrong with the filter, under the place where it is wrong. */
function FilterError({ error, width }: { error: { message: string; column: number }; width: number }) {
  const lines = wrap(`${signs.error} ${error.message}`, width - 4);
  return (
    <Box flexDirection="column">
      <Text color={theme.error}>{`${' '.repeat(Math.min(3 + error.column, width - 2))}▲`}</Text>
      {lines.map((line, row) => (
        <Text key={row} color={theme.error}>{`   ${line}`}</Text>
      ))}
    </Box>
  );
}

function Empty({ session, width }: { session: Session; width: number }) {
  return (
    <Box padding={1} width={width}>
      <Text>{whyEmpty(session)}</Text>
    </Box>
  );
}

/** Why no image is shown, and what can be done. */
export function whyEmpty({ dataset, filter }: Session): string {
  if (!dataset) return 'Reading the workspace…';
  if (filter !== '') return 'No image passes the filter. esc clears it, / changes it.';
  if (dataset.raw.length > 0) return 'No concept holds an image yet. n makes one from the images of Raw.';
  return 'There are no images. Put some into the folder Raw, read again with ctrl-l, then n makes a concept.';
}

/** What is shown: a concept with its images and repeats, all of them, or a folder beside them. */
export function title({ dataset, folder }: Session): string {
  if (!dataset) return 'dataset';
  if (folder === rawFolder) return `Raw  ${counted(dataset?.raw.length ?? 0, 'original')}`;
  if (folder === leftOutFolder) return `Left out  ${counted(dataset?.leftOut.length ?? 0, 'image')}`;
  const concept = dataset?.concepts.find((one) => one.folder === folder);
  if (concept) return `${concept.folder}  ${counted(concept.pictures.length, 'image')} × ${concept.repeats}`;
  return `all concepts  ${counted(folderPictures(dataset, null).length, 'image')}`;
}

function foot({ marks }: Session): string {
  return marks.size > 0 ? `✓ ${marks.size} marked` : '';
}

function chunk<T>(list: readonly T[], length: number): T[][] {
  const rows: T[][] = [];
  for (let i = 0; i < list.length; i += length) rows.push(list.slice(i, i + length));
  return rows;
}
