import { Box } from 'ink';
import { useMemo } from 'react';
import { current } from '../../../core/session/visible.js';
import { walkedKey } from '../../../core/session/walked.js';
import { fillSlots } from '../../../core/tags/slots/slots.js';
import { useDeck } from '../../deck/deck.js';
import type { Room } from '../../deck/overlay.js';
import { useSession, useView } from '../../deck/use.js';
import { Pane } from '../../parts/pane.js';
import { PictureBox } from '../../parts/picture-box.js';
import { AddLine } from '../add-line-view.js';
import { tagsView } from '../view.js';
import { walkLayout } from './layout.js';
import { LettersPane } from './letters-pane.js';
import { walkedView, type Walk } from './model.js';
import { OwnTags } from './own-tags.js';
import { slotStyle } from './palette.js';
import { SlotsLine } from './slots-line.js';
import { untouched } from './walked.js';

/** One image as large as there is room, its tags, and the tags of the set on letters. */
export function WalkView({ walk, columns, rows }: Room & { walk: Walk }) {
  const session = useSession((state) => state);
  const { adding, again, at } = useView(tagsView);
  const { keys } = useView(walkedView);
  const layout = walkLayout(columns, rows);
  const { picture, index, pictures } = current(session);
  const left = useMemo(() => untouched(pictures, keys).length, [pictures, keys]);
  const style = slotStyle(useDeck());
  const slots = style && fillSlots(style, picture?.tags ?? []);
  const title = picture ? `${picture.name}  ${index + 1} of ${pictures.length} · ${left} untouched` : 'no image';
  const foot = [picture && session.marks.has(picture.id) ? '* marked' : '', picture && keys.has(walkedKey(picture)) ? '✓ gone through' : ''].filter(Boolean);
  const side = [
    <OwnTags key="tags" picture={picture} at={at} {...layout.tags} concepts={session.dataset?.concepts ?? []} dataset={session.dataset} />,
    <LettersPane key="letters" walk={walk} dataset={session.dataset} tags={picture?.tags ?? []} across={layout.across} letters={layout.letters} {...layout.palette} />,
  ];
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Box>
        <Pane title={title} foot={foot.join(' · ')} width={layout.picture} height={rows - 1}>
          <PictureBox picture={picture} width={layout.picture - 2} height={rows - 3} restMs={0} />
        </Pane>
        <Box flexDirection={layout.narrow ? 'column' : 'row'}>{side}</Box>
      </Box>
      {adding || !slots ? <AddLine adding={adding} again={again?.what ?? null} width={columns} open="+" /> : <SlotsLine slots={slots} chosen={walk.slot} />}
    </Box>
  );
}
