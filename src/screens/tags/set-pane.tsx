import { Text } from 'ink';
import { memo } from 'react';
import type { Dataset } from '../../core/dataset/model.js';
import { sameTag } from '../../core/tags/same-tag.js';
import { siteOfWorkspace } from '../../core/vocabulary/for-workspace.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { useSession } from '../deck/use.js';
import { CategoryLetter } from '../parts/categories.js';
import { Pane } from '../parts/pane.js';
import { move, scrollTo } from '../parts/scroll.js';
import { fill } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { tagsView } from './view.js';

interface Props {
  /** Draws again when it changes. */
  dataset: Dataset | null;
  /** Tags of the image that is shown. */
  tags: readonly string[];
  at: number;
  first: number;
  focused: boolean;
  width: number;
  height: number;
}

/** The tags of the set by frequency, with the share of the images that have them; a dot stands beside those of this image. Below, whose names complete them. */
export const SetPane = memo(function SetPane({ tags, at, first, focused, width, height }: Props) {
  const deck = useDeck();
  const { index } = deck;
  const site = useSession(({ settings }) => (settings ? siteOfWorkspace(settings.ours) : null));
  const all = index.list();
  const rows = height - 2;
  const narrow = width < 34;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const number = first + y;
      if (number >= all.length) return;
      if (focused && number === at) return { action: 'tags.toggle' };
      deck.view(tagsView).setState({ focus: 'set', setAt: number });
    },
    wheel: (by) => {
      const next = move(at, by, all.length);
      deck.view(tagsView).setState({ focus: 'set', setAt: next, setFirst: scrollTo(first, next, all.length, rows) });
    },
  };
  return (
    <Pane title="of the set" foot={`${counted(all.length, 'tag')} · ${site ?? 'no'} names`} width={width} height={height} focused={focused} mouse={mouse}>
      {all.slice(first, first + rows).map(({ tag, count: images }, row) => {
        const here = tags.some((other) => sameTag(other, tag));
        const selected = focused && first + row === at;
        const share = `${Math.round((100 * images) / Math.max(1, index.size))}%`;
        return (
          <Text key={tag} inverse={selected} wrap="truncate">
            <Text color={selected ? undefined : theme.good}>{here ? ' ● ' : '   '}</Text>
            {fill(tag, width - 2 - 4 - (narrow ? 5 : 11))}
            <Text color={selected ? undefined : theme.quiet}>{narrow ? `${fill(String(images), 4, 'right')} ` : `${fill(String(images), 5, 'right')} ${fill(share, 4, 'right')} `}</Text>
            <CategoryLetter tag={tag} quiet={selected} />
          </Text>
        );
      })}
    </Pane>
  );
});
