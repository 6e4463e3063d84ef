import { Text } from 'ink';
import { memo } from 'react';
import type { Finding } from '../../core/checks/finding.js';
import type { Picture } from '../../core/dataset/model.js';
import { sameTag } from '../../core/tags/same-tag.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { CategoryLetter } from '../parts/categories.js';
import { Pane } from '../parts/pane.js';
import { move, scrollTo } from '../parts/scroll.js';
import { cut, fill } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { SentenceRows, sentenceLines } from './sentence-rows.js';
import { unitsOf } from './units.js';
import { tagsView } from './view.js';

interface Props {
  picture: Picture | null;
  /** Activation tags of the picture's concept. */
  activation: readonly string[];
  /** Is it an image of a concept? */
  editable: boolean;
  findings: readonly Finding[];
  at: number;
  focused: boolean;
  width: number;
  height: number;
}

/** The tags of the image in their order, with how many images of the set have each, and what the checks say below. */
export const TagsPane = memo(function TagsPane({ picture, activation, editable, findings, at, focused, width, height }: Props) {
  const deck = useDeck();
  const { index } = deck;
  const { units: tags, sentences } = unitsOf(picture);
  const said = findings.slice(0, Math.min(4, Math.max(0, height - 8)));
  const rows = Math.max(1, height - 2 - said.length);
  const first = scrollTo(0, at, tags.length, rows);
  const inner = width - 2;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const number = first + y;
      if (sentences || y >= rows || number >= tags.length) return;
      if (focused && number === at) return { action: 'tags.toggle' };
      deck.view(tagsView).setState({ focus: 'tags', at: number });
    },
    wheel: (by) => deck.view(tagsView).setState({ focus: 'tags', at: move(at, by, tags.length) }),
  };
  return (
    <Pane title={sentences ? 'sentences' : 'tags'} foot={counted(tags.length, sentences ? 'sentence' : 'tag')} width={width} height={height} focused={focused} mouse={mouse}>
      {tags.length === 0 && (
        <Text color={theme.quiet} wrap="truncate">{cut(` ${emptyText(picture, editable)}`, inner)}</Text>
      )}
      {sentences && <SentenceRows sentences={tags} at={at} focused={focused} width={inner} rows={rows} />}
      {!sentences && tags.slice(first, first + rows).map((tag, row) => {
        const number = first + row;
        const isActivation = activation.some((other) => sameTag(other, tag));
        const selected = focused && number === at;
        const note = isActivation ? 'activation' : String(index.count(tag));
        const noteWidth = Math.max(4, note.length + 1);
        return (
          <Text key={number} inverse={selected} wrap="truncate">
            <Text color={selected ? undefined : theme.quiet}>{fill(String(number + 1), 3, 'right')} </Text>
            <Text color={isActivation && !selected ? theme.activation : undefined} bold={isActivation}>
              {fill(tag, inner - 6 - noteWidth)}
            </Text>
            <Text color={selected ? undefined : theme.quiet}>{fill(note, noteWidth, 'right')} </Text>
            <CategoryLetter tag={tag} quiet={selected} />
          </Text>
        );
      })}
      {Array.from({ length: Math.max(0, rows - Math.max(1, sentences ? sentenceLines(tags, inner) : tags.length)) }, (_, row) => (
        <Text key={`e${row}`}> </Text>
      ))}
      {said.map((finding, row) => (
        <Text key={`f${row}`} wrap="truncate">
          <Text color={theme[finding.level]}>
            {' '}
            {signs[finding.level]} {finding.rule}{' '}
          </Text>
          {cut(finding.message, inner - finding.rule.length - 5)}
        </Text>
      ))}
    </Pane>
  );
});

function emptyText(picture: Picture | null, editable: boolean): string {
  if (!picture) return 'There is no image here.';
  if (!editable) return 'An original: only images of a concept are tagged.';
  return picture.caption ? 'The caption is empty. a adds tags.' : 'No caption file yet. a adds tags.';
}
