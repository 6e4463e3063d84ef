import { Text } from 'ink';
import type { Concept, Dataset, Picture } from '../../../core/dataset/model.js';
import { counted } from '../../../core/words.js';
import { useDeck } from '../../deck/deck.js';
import { Pane } from '../../parts/pane.js';
import { scrollTo } from '../../parts/scroll.js';
import { fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { isActivation } from './walked.js';

interface Props {
  picture: Picture | null;
  concepts: readonly Concept[];
  /** Draws again when it changes. */
  dataset: Dataset | null;
  at: number;
  width: number;
  height: number;
}

/** The tags of the image in their order, with how many images of the set have each. */
export function OwnTags({ picture, concepts, at, width, height }: Props) {
  const { index } = useDeck();
  const tags = picture?.tags ?? [];
  const rows = height - 2;
  const first = scrollTo(0, at, tags.length, rows);
  return (
    <Pane title="tags" foot={counted(tags.length, 'tag')} width={width} height={height}>
      {tags.slice(first, first + rows).map((tag, row) => {
        const activation = isActivation(tag, concepts);
        const selected = first + row === at;
        return (
          <Text key={row} wrap="truncate">
            <Text color={theme.accent}>{selected ? ' ›' : '  '}</Text>
            <Text bold={activation} color={activation ? theme.activation : undefined}>{fill(tag, width - 2 - 8)}</Text>
            <Text color={theme.quiet}>{fill(String(index.count(tag)), 5, 'right')} </Text>
          </Text>
        );
      })}
    </Pane>
  );
}
