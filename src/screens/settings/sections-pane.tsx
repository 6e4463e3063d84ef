import { Text } from 'ink';
import { memo } from 'react';
import { useDeck } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';
import { Pane } from '../parts/pane.js';
import { fill } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { goTo, turnSection } from './cursor.js';
import type { SettingSection } from './rows.js';

interface Props {
  sections: readonly SettingSection[];
  /** The section of the cursor. */
  current: string | null;
  /** False until the findings are there: a section without any is not good before. */
  checked: boolean;
  width: number;
  height: number;
}

/** The sections, how many settings of each the file sets, and the gravest finding of each. */
export const SectionsPane = memo(function SectionsPane({ sections, current, checked, width, height }: Props) {
  const deck = useDeck();
  const inner = width - 2;
  const mouse: MouseHandlers = {
    click: ({ y }) => {
      const row = sections[y]?.rows[0];
      if (row) goTo(deck, row.key, true);
    },
    wheel: (by) => turnSection(deck, by),
  };
  return (
    <Pane title="sections" width={width} height={height} mouse={mouse}>
      {sections.map((section) => {
        const level = section.level ?? (checked ? 'good' : null);
        const here = section.id === current;
        return (
          <Text key={section.id} inverse={here} bold={here} wrap="truncate">
            {fill(` ${section.label}`, inner - 5)}
            <Text color={here ? undefined : theme.quiet}>{fill(section.own > 0 ? String(section.own) : '', 2, 'right')}</Text>
            <Text color={level && !here ? theme[level] : undefined}>{level ? ` ${signs[level]} ` : '   '}</Text>
          </Text>
        );
      })}
    </Pane>
  );
});
