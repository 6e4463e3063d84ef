import { Text } from 'ink';
import type { Dataset } from '../../../core/dataset/model.js';
import { sameTag } from '../../../core/tags/same-tag.js';
import { slotsFor } from '../../../core/tags/slots/slots.js';
import { useDeck } from '../../deck/deck.js';
import { Pane } from '../../parts/pane.js';
import { fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import type { Walk } from './model.js';
import { letterAt, paletteOf, slotStyle } from './palette.js';

interface Props {
  walk: Walk;
  /** Draws again when it changes. */
  dataset: Dataset | null;
  /** Tags of the image. */
  tags: readonly string[];
  across: number;
  letters: number;
  width: number;
  height: number;
}

/** The tags of the set, each beside its letter; a dot stands beside those of this image. */
export function LettersPane({ walk, tags, across, letters, width, height }: Props) {
  const deck = useDeck();
  const { index } = deck;
  const style = slotStyle(deck);
  const palette = paletteOf(deck, walk);
  const shown = palette.slice(walk.first, walk.first + letters);
  const cell = Math.floor((width - 2) / across);
  const counts = cell >= 24;
  const rows = Math.min(height - 2, Math.ceil(shown.length / across));
  const foot = palette.length === 0 ? '' : `${walk.first + 1}–${walk.first + shown.length} of ${palette.length}`;
  return (
    <Pane title={style !== null && walk.slot !== null ? `for ${walk.slot + 1} ${slotsFor(style)[walk.slot]?.name ?? ''}` : 'of the set'} foot={foot} width={width} height={height} focused>
      {shown.length === 0 && <Text color={theme.quiet} wrap="truncate">{' No tags yet: + types the first.'}</Text>}
      {Array.from({ length: rows }, (_, row) => (
        <Text key={row} wrap="truncate">
          {Array.from({ length: across }, (_, column) => {
            // Down the columns, as a list is read.
            const place = column * rows + row;
            const tag = shown[place];
            if (tag === undefined) return null;
            const here = tags.some((other) => sameTag(other, tag));
            return (
              <Text key={column}>
                <Text bold color={theme.accent}>{` ${letterAt(place)}`}</Text>
                <Text color={theme.good}>{here ? '●' : ' '}</Text>
                <Text bold={here}>{fill(tag, cell - 4 - (counts ? 5 : 0))}</Text>
                <Text color={theme.quiet}>{counts ? ` ${fill(String(index.count(tag)), 4, 'right')}` : ''} </Text>
              </Text>
            );
          })}
        </Text>
      ))}
    </Pane>
  );
}
