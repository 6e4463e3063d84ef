import { Box } from 'ink';
import { useEffect } from 'react';
import { current } from '../../../core/session/visible.js';
import { bucketOf } from '../../../core/plan/bucket-of.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import { useDeck } from '../../deck/deck.js';
import type { Room } from '../../deck/overlay.js';
import type { ShownNow } from '../shown-now.js';
import type { Closeup } from './closeup.js';
import { knownOf, learn } from './learn.js';
import { closeupLayout } from './layout.js';
import { CloseupPane } from './pane.js';
import { seenIn, sideOf, viewOf, type Seen } from './seen.js';
import { regionOf, scaleOf, type Viewport } from './viewport.js';
import { about, cropped, partSeen } from './words.js';

interface Props extends Room {
  closeup: Closeup;
  session: ShownNow;
}

/** One image over the whole screen, or two beside each other, as large as the keys made them. */
export function CloseupScreen({ closeup, session, columns, rows }: Props) {
  const deck = useDeck();
  const { panes, stacked, tagLines } = closeupLayout(columns, rows, closeup.kind);
  const seen = seenIn(closeup, session, deck.pictures, { columns, rows });
  const [a, b] = seen.map(({ picture }) => picture);
  useEffect(() => {
    for (const picture of [a, b]) if (picture) void learn(deck, picture);
  }, [deck, a, b]);
  return (
    <Box flexDirection={stacked ? 'column' : 'row'} width={columns} height={rows}>
      {panes.map((pane, at) => {
        const one = seen[at];
        if (!one) return null;
        const { picture, size, room, cells } = one;
        const view = viewOf(closeup, seen, at);
        const region = size ? regionOf(view, size, room) : null;
        return (
          <CloseupPane
            key={at}
            title={titleOf(closeup, session, seen, at)}
            picture={picture}
            region={region}
            cells={cells}
            facts={factsOf(closeup, session, one, view)}
            tags={closeup.kind === 'compare' ? onlyHere(seen, at) : null}
            tagLines={tagLines}
            marked={picture !== null && session.marks.has(picture.id)}
            focused={at === sideOf(closeup)}
            width={pane.width}
            height={pane.height}
          />
        );
      })}
    </Box>
  );
}

/** `001.png  3 of 17`; of two: `▸ A 001.png`, with the sign at the one that the keys are for. */
function titleOf(closeup: Closeup, session: ShownNow, seen: readonly Seen[], at: number): string {
  const name = seen[at]?.picture?.name ?? 'gone';
  if (closeup.kind === 'compare') return `${at === closeup.side ? '▸' : ' '} ${at === 0 ? 'A' : 'B'} ${name}`;
  const { index, pictures } = current(session);
  return `${name}  ${index + 1} of ${pictures.length}`;
}

function factsOf(closeup: Closeup, session: ShownNow, { picture, size, room }: Seen, view: Viewport): string {
  if (!picture) return '';
  const facts = knownOf(picture);
  if (!size) return about(picture, facts);
  const percent = `${Math.round(100 * scaleOf(view, size, room))}%`;
  const region = regionOf(view, size, room);
  const fitted = closeup.kind === 'zoom' ? bucketOf(session.settings)({ ...picture, facts }) : null;
  return [percent, about(picture, facts), partSeen(region, size), fitted ? cropped(fitted) : ''].filter(Boolean).join(' · ');
}

/** The tags that the other one lacks. */
function onlyHere(seen: readonly Seen[], at: number): readonly string[] {
  const [here, there] = [seen[at]?.picture?.tags ?? [], seen[1 - at]?.picture?.tags ?? []];
  return here.filter((tag) => !there.some((other) => sameTag(other, tag)));
}
