/**
 * A change is a value: a pure list of what is before and what comes after. The same value is shown as a diff, applied
 * by the journal, and undone. Paths are relative to the workspace, with `/`.
 */

/** The whole text of a file, as exact UTF-8 (a BOM is part of it). Null = the file is not there. */
export interface TextEntry {
  kind: 'text';
  path: string;
  before: string | null;
  after: string | null;
}

/** The bytes of a file, by their SHA-256 in `.loradeck/blobs`. Null = the file is not there. */
export interface BlobEntry {
  kind: 'blob';
  path: string;
  before: string | null;
  after: string | null;
}

/** A file or folder that gets another name. */
export interface MoveEntry {
  kind: 'move';
  from: string;
  to: string;
}

export type Entry = TextEntry | BlobEntry | MoveEntry;

export interface Change {
  /** One line for the status line and the history, e.g. `added “day” to 12 images`. */
  what: string;
  /** How many images it touches. */
  images: number;
  entries: Entry[];
}

/** A change that the journal holds. */
export interface Recorded {
  id: string;
  /** ISO time. */
  at: string;
  what: string;
  images: number;
  undone: boolean;
}
