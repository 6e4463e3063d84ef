import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDeck } from '../deck/deck.js';
import { worst } from '../parts/issues.js';
import { lookAt } from './columns/columns.js';
import { fitColumns } from './columns/fit.js';
import { Heading } from './columns/heading.js';
import { Row } from './columns/row.js';
import type { ShownPictures } from './grid.js';
import type { ShownNow } from './shown-now.js';

interface Props extends ShownPictures {
  session: ShownNow;
  /** Cells of a line. */
  width: number;
}

/** The images as lines, with the columns that the person chose under their headings. */
export function List({ pictures, cursor, marks, issues, session, width }: Props) {
  const chosen = useStore(useDeck().preferences, (preferences) => preferences.columns);
  const { dataset, settings, sort } = session;
  const look = useMemo(() => lookAt(dataset, settings), [dataset, settings]);
  const fitted = useMemo(() => fitColumns(chosen, width, look), [chosen, width, look]);
  return (
    <>
      <Heading fitted={fitted} sort={sort} />
      {pictures.map((one) => (
        <Row
          key={one.id}
          picture={one}
          fitted={fitted}
          look={look}
          selected={one === cursor}
          marked={marks.has(one.id)}
          issue={worst(issues.get(one.path) ?? [])}
        />
      ))}
    </>
  );
}
