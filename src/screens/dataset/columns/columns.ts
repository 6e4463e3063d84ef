import { rawFolder } from '../../../core/session/visible.js';
import type { ColumnName } from '../../../core/session/columns.js';
import type { Dataset, Picture } from '../../../core/dataset/model.js';
import { bucketOf } from '../../../core/plan/bucket-of.js';
import type { SettingsFile } from '../../../core/settings/file.js';
import { dateTime } from '../../../core/words.js';
import { size } from '../../parts/text.js';
import { signs } from '../../parts/theme.js';

/** What a cell of the list is made from besides its picture. */
export interface Look {
  repeats: ReadonlyMap<string, number>;
  /** Cells that the longest name of a folder needs. */
  folderWidth: number;
  bucket: ReturnType<typeof bucketOf>;
}

/** What the marks and the checks say of a picture. */
export interface RowState {
  marked: boolean;
  issue: 'error' | 'warn' | null;
}

/** A column of the list. */
export interface Column {
  heading: string;
  /** For the chooser. */
  about: string;
  align: 'left' | 'right';
  /** Cells: so many, or what it takes of `room`, the cells of the whole line. */
  width: number | ((room: number, look: Look) => number);
  /** Untrusted text. */
  text: (picture: Picture, look: Look, state: RowState) => string;
}

/** The columns by name. Widths go by the kind of content, not by what is there, so that nothing jumps while one scrolls. */
export const columns: Readonly<Record<ColumnName, Column>> = {
  mark: { heading: '', about: '✓ beside what is marked', align: 'left', width: 1, text: (_, __, { marked }) => (marked ? '✓' : '') },
  finding: {
    heading: '',
    about: '✗ or ▲ where the checks have something to say',
    align: 'left',
    width: 1,
    text: (_, __, { issue }) => (issue ? signs[issue] : ''),
  },
  name: {
    heading: 'name',
    about: 'name of the file',
    align: 'left',
    width: (room) => Math.max(12, Math.min(28, Math.floor(room * 0.3))),
    text: ({ name }) => name,
  },
  folder: {
    heading: 'folder',
    about: 'the concept it belongs to',
    align: 'left',
    width: (_, { folderWidth }) => Math.max(6, Math.min(20, folderWidth)),
    text: ({ folder }) => folder,
  },
  pixels: {
    heading: 'pixels',
    about: 'width × height',
    align: 'right',
    width: 10,
    text: ({ facts }) => (facts && facts.error === null ? `${facts.width}×${facts.height}` : ''),
  },
  aspect: {
    heading: 'aspect',
    about: 'width ÷ height',
    align: 'right',
    width: 6,
    text: ({ facts }) => (facts && facts.error === null ? (facts.width / facts.height).toFixed(2) : ''),
  },
  format: { heading: 'format', about: 'by content, not by name', align: 'left', width: 6, text: ({ facts }) => facts?.format ?? '' },
  alpha: { heading: 'alpha', about: 'has an alpha channel', align: 'left', width: 5, text: ({ facts }) => (facts?.alpha ? 'alpha' : '') },
  size: { heading: 'size', about: 'size of the file', align: 'right', width: 6, text: ({ bytes }) => size(bytes) },
  changed: { heading: 'changed', about: 'when the image was last written', align: 'left', width: 16, text: ({ mtimeMs }) => dateTime(mtimeMs) },
  tags: { heading: 'tags', about: 'number of tags', align: 'right', width: 5, text: ({ tags }) => String(tags.length) },
  bucket: {
    heading: 'bucket',
    about: 'size at which it is trained with the present settings',
    align: 'right',
    width: 9,
    text: (picture, { bucket }) => bucket(picture)?.bucket.join('×') ?? '',
  },
  repeats: {
    heading: 'repeats',
    about: 'how often an epoch shows it',
    align: 'right',
    width: 8,
    text: ({ folder }, { repeats }) => (repeats.has(folder) ? `×${repeats.get(folder)}` : ''),
  },
  caption: { heading: 'caption', about: 'the tags themselves, in what room is left', align: 'left', width: 8, text: ({ tags }) => tags.join(', ') },
};

/** What the cells of a dataset are made from. */
export function lookAt(dataset: Dataset | null, settings: SettingsFile | null): Look {
  const concepts = dataset?.concepts ?? [];
  return {
    repeats: new Map(concepts.map(({ folder, repeats }) => [folder, repeats])),
    folderWidth: Math.max(rawFolder.length, ...concepts.map(({ folder }) => folder.length)),
    bucket: bucketOf(settings),
  };
}
