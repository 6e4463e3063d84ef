import { Box, Text } from 'ink';
import type { Dataset } from '../../../core/dataset/model.js';
import { frequencies, type Frequency } from '../../../core/tags/frequencies.js';
import { counted } from '../../../core/words.js';
import { useDeck } from '../../deck/deck.js';
import type { MouseHandlers } from '../../deck/mouse-areas.js';
import type { Room } from '../../deck/overlay.js';
import { useSession, useView } from '../../deck/use.js';
import { Field } from '../../parts/field.js';
import { Pane } from '../../parts/pane.js';
import { bar } from '../../parts/progress.js';
import { scrollTo } from '../../parts/scroll.js';
import { cut, fill } from '../../parts/text.js';
import { theme } from '../../parts/theme.js';
import { listedTags, walk } from './actions.js';
import { frequenciesView } from './view.js';

/** All tags of the set: on how many images, which share that is, how many of each concept, and the first image that has it. */
export function FrequenciesView({ columns, rows }: Room) {
  const deck = useDeck();
  const view = useView(frequenciesView);
  const dataset = useSession((session) => session.dataset);
  const { rows: all, row: current } = listedTags(deck);
  const seen = rows - 4;
  if (!dataset) return null;
  const { images, inSentences, tags } = frequencies(dataset);
  const first = scrollTo(view.first, Math.min(view.at, Math.max(0, all.length - 1)), all.length, seen);
  const widths = columnWidths(dataset, columns - 2);
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const at = first + y - 1;
      if (y < 1 || at >= all.length) return;
      if (at === view.at) return { key: 'enter' };
      deck.view(frequenciesView).setState({ at });
    },
    wheel: (by) => walk(deck, by),
  };
  const foot = [
    `${counted(tags.length, 'tag')} on ${counted(images, 'image')}`,
    `${tags.filter(({ count }) => count === 1).length} on one only`,
    `${tags.filter(({ count }) => count === images).length} on all`,
    inSentences > 0 ? `${counted(inSentences, 'caption')} in sentences not counted` : '',
  ].filter(Boolean);
  const which = [view.kind === 'all' ? 'all tags' : `tags ${view.kind}`, `${view.order} first`.replace('alphabet first', 'by the alphabet').replace('seen first', 'seen')];
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Pane title={which.join(' · ')} foot={foot.join(' · ')} width={columns} height={rows - 1} focused mouse={mouse}>
        <Text color={theme.quiet} wrap="truncate">{head(dataset, widths)}</Text>
        {all.slice(first, first + seen).map((row, at) => (
          <Row key={row.tag} row={row} images={images} selected={row === current && first + at === Math.min(view.at, all.length - 1)} widths={widths} />
        ))}
        {all.length === 0 && <Text color={theme.quiet}> No tag is like that.</Text>}
      </Pane>
      {view.typing ? (
        <Box>
          <Text color={theme.accent}> / </Text>
          <Field field={view.typing} width={columns - 4} hint="tags with this text" />
        </Box>
      ) : (
        <Text color={theme.quiet} wrap="truncate">{cut(view.text === '' ? ' ⏎ shows the images of a tag' : ` / ${view.text}   ${all.length} of ${counted(tags.length, 'tag')}`, columns)}</Text>
      )}
    </Box>
  );
}

interface Widths {
  tag: number;
  bar: number;
  concept: number;
  concepts: number;
  first: number;
}

/** What there is room for: first the tag and its counts, then concepts, then the first image, then a bar. */
function columnWidths({ concepts }: Dataset, width: number): Widths {
  const widths: Widths = { tag: Math.max(16, Math.min(36, Math.floor(width * 0.32))), bar: 0, concept: 0, concepts: 0, first: 0 };
  // The cursor's margins, the count and the share.
  let left = width - widths.tag - 14;
  widths.concept = Math.max(6, Math.min(16, Math.floor((left - 14) / Math.max(1, concepts.length)) - 1));
  if (concepts.length > 1) widths.concepts = Math.max(0, Math.min(concepts.length, Math.floor((left - 14) / (widths.concept + 1))));
  left -= widths.concepts * (widths.concept + 1);
  widths.first = Math.max(0, Math.min(24, left - 2));
  left -= widths.first + 2;
  widths.bar = left >= 12 ? Math.min(30, left - 2) : 0;
  return widths;
}

function head({ concepts }: Dataset, widths: Widths): string {
  const each = concepts.slice(0, widths.concepts).map(({ folder }) => ` ${fill(folder, widths.concept, 'right')}`).join('');
  const bars = widths.bar > 0 ? fill('', widths.bar + 2) : '';
  return ` ${fill('tag', widths.tag)} ${fill('images', 6, 'right')} ${fill('', 4)}${bars}${each}  ${fill('first seen', widths.first)}`;
}

function Row({ row: { tag, count, concepts, first }, images, selected, widths }: { row: Frequency; images: number; selected: boolean; widths: Widths }) {
  const share = count / Math.max(1, images);
  const percent = `${share > 0 && share < 0.01 ? '<1' : Math.round(100 * share)}%`;
  const tone = selected ? undefined : theme.quiet;
  const part = bar(share, widths.bar);
  return (
    <Text inverse={selected} wrap="truncate">
      {` ${fill(tag, widths.tag)} ${fill(String(count), 6, 'right')} `}
      <Text color={tone}>{fill(percent, 4, 'right')}</Text>
      {widths.bar > 0 && (
        <>
          {'  '}
          <Text color={selected ? undefined : theme.accent}>{part.done}</Text>
          <Text color={tone}>{part.rest}</Text>
        </>
      )}
      {concepts.slice(0, widths.concepts).map((one, at) => (
        <Text key={at} color={one === 0 ? tone : undefined}>{` ${fill(one === 0 ? '·' : String(one), widths.concept, 'right')}`}</Text>
      ))}
      <Text color={tone}>{`  ${fill(first.name, widths.first)}`}</Text>
    </Text>
  );
}
