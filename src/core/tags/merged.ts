/** Something that both sides changed, each in its own way. */
export interface Conflict {
  /** A tag, a sentence or a line, as it was; empty where nothing was. */
  was: string;
  /** What it became on our side and on theirs; empty = it is gone. */
  ours: string;
  theirs: string;
}

/** The merged text, or what speaks against it. */
export type Merged = { text: string } | { conflicts: Conflict[] };
