import { Box } from 'ink';
import { useMemo } from 'react';
import { isNaturalCaption } from '../../core/dataset/query/searchable.js';
import { current } from '../../core/session/visible.js';
import { counted } from '../../core/words.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import type { Room } from '../deck/overlay.js';
import { usePreferences, useSession, useView } from '../deck/use.js';
import { issuesByImage } from '../parts/issues.js';
import { Pane } from '../parts/pane.js';
import { PictureBox } from '../parts/picture-box.js';
import { AddLine } from './add-line-view.js';
import { EyePane } from './eye/eye-pane.js';
import { EyeRows } from './eye/eye-rows.js';
import { layoutWithEye } from './eye/layout.js';
import { saidByEye } from './eye/words.js';
import { FrequenciesView } from './frequencies/frequencies-view.js';
import { frequenciesView } from './frequencies/view.js';
import { SetPane } from './set-pane.js';
import { SweepView } from './sweep/sweep-view.js';
import { TagsPane } from './tags-pane.js';
import { tagsView } from './view.js';
import { WalkView } from './walk/walk-view.js';

/** The wheel over the picture turns from one image to the next. */
const pictureMouse: MouseHandlers = { wheel: (by) => ({ action: by > 0 ? 'tags.next' : 'tags.previous' }) };

/** Screen 2: one picture, its tags, the tags of the set, and the line to type tags in. */
export function TagsScreen({ columns, rows }: Room) {
  const session = useSession((state) => state);
  const view = useView(tagsView);
  const layout = layoutWithEye(columns, rows, usePreferences(({ eye }) => eye));
  const { eye } = layout;
  const { sweep, walk } = view;
  const { open: counting } = useView(frequenciesView);
  const { picture, index, pictures } = current(session);
  const issues = useMemo(() => issuesByImage(session.findings), [session.findings]);
  const hasEye = eye !== null;
  const findings = useMemo(() => (issues.get(picture?.path ?? '') ?? []).filter(({ rule }) => !hasEye || !saidByEye.has(rule)), [issues, picture, hasEye]);
  const concept = session.dataset?.concepts.find((one) => one.folder === picture?.folder);
  const untagged = useMemo(() => pictures.filter((one) => one.tags.length <= 1 && !isNaturalCaption(one)).length, [pictures]);
  if (walk) return <WalkView walk={walk} columns={columns} rows={rows} />;
  if (counting) return <FrequenciesView columns={columns} rows={rows} />;
  if (sweep) return <SweepView sweep={sweep} columns={columns} rows={rows} />;
  const title = picture ? `${picture.name}  ${index + 1} of ${pictures.length}` : 'no image';
  const foot = [
    picture && session.marks.has(picture.id) ? '✓ marked' : '',
    session.filter === '' ? '' : `filter ${session.filter}`,
    untagged > 0 ? `${counted(untagged, 'image')} with no tags yet` : '',
  ].filter(Boolean);
  const side = [
    <TagsPane
      key="tags"
      picture={picture}
      activation={concept?.activation ?? []}
      editable={concept !== undefined}
      findings={findings}
      at={view.at}
      focused={view.focus === 'tags'}
      width={layout.tags.width}
      height={layout.tags.height}
    />,
    <SetPane
      key="set"
      dataset={session.dataset}
      tags={picture?.tags ?? []}
      at={view.setAt}
      first={view.setFirst}
      focused={view.focus === 'set'}
      width={layout.set.width}
      height={layout.set.height}
    />,
  ];
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Box>
        <Pane title={title} foot={foot.join(' · ')} width={layout.picture.width} height={layout.picture.height} mouse={pictureMouse}>
          <PictureBox picture={picture} width={layout.picture.width - 2} height={layout.picture.height - 2} restMs={40} />
        </Pane>
        <Box flexDirection="column">
          <Box flexDirection={layout.narrow ? 'column' : 'row'}>{side}</Box>
          {eye?.form === 'pane' && <EyePane picture={picture} concept={concept} width={eye.width} height={eye.height} />}
        </Box>
      </Box>
      {eye?.form === 'rows' && <EyeRows picture={picture} concept={concept} width={eye.width} />}
      <AddLine adding={view.adding} again={view.again?.what ?? null} width={columns} />
    </Box>
  );
}
