import { Box } from 'ink';
import type { Finding } from '../../core/checks/finding.js';
import type { Picture } from '../../core/dataset/model.js';
import { worst } from '../parts/issues.js';
import type { DatasetLayout } from './layout.js';
import { Tile } from './tile.js';

export interface ShownPictures {
  /** Those that are in view, in order. */
  pictures: readonly Picture[];
  cursor: Picture | null;
  marks: ReadonlySet<number>;
  /** What the checks say, by path. */
  issues: ReadonlyMap<string, Finding[]>;
  layout: DatasetLayout;
}

/** The images as tiles. */
export function Grid({ pictures, cursor, marks, issues, layout: { tile, perRow } }: ShownPictures) {
  return chunk(pictures, perRow).map((row) => (
    <Box key={row[0]?.id}>
      {row.map((one) => (
        <Tile
          key={one.id}
          picture={one}
          width={tile.width}
          height={tile.height}
          selected={one === cursor}
          marked={marks.has(one.id)}
          issue={worst(issues.get(one.path) ?? [])}
        />
      ))}
    </Box>
  ));
}

function chunk<T>(list: readonly T[], length: number): T[][] {
  const rows: T[][] = [];
  for (let i = 0; i < list.length; i += length) rows.push(list.slice(i, i + length));
  return rows;
}
