import type { Change } from '../journal/change.js';

/** `error`: the result would be wrong or none; `warn`: the guide says otherwise; `info`: worth knowing. */
export type Level = 'error' | 'warn' | 'info';

/** What can be done about a finding on one key. The change is computed when it is asked for, then shown, then applied. */
export interface Fix {
  /** What the key does, e.g. `insert the activation tag first`. */
  label: string;
  /** Reads what it needs, keeps the bytes that the change speaks of, and gives the change; no file of the person is touched. */
  change(): Promise<Change>;
}

/** Something that a rule of the guide, of the trainer (R-ids) or of the house has to say. */
export interface Finding {
  /** `T03`, `S18`, `R-17`. */
  rule: string;
  level: Level;
  /** The trainer would stop, train nothing or train the wrong files. */
  blocks: boolean;
  /** Folder name of the concept, null when it concerns the whole workspace. */
  concept: string | null;
  /** Paths of the images concerned, relative to the workspace. */
  images: string[];
  /** A settings key that it concerns, for the settings screen. */
  key?: string;
  /** One sentence. */
  message: string;
  fix: Fix | null;
}

const rank: Readonly<Record<Level, number>> = { error: 0, warn: 1, info: 2 };

/** For sorting: what blocks comes first, then errors, warnings and notes. */
export function byGravity(a: Finding, b: Finding): number {
  return Number(b.blocks) - Number(a.blocks) || rank[a.level] - rank[b.level];
}

/** A finding with the usual values filled in: it does not block, concerns the whole workspace, and has no fix. */
export function finding(given: Pick<Finding, 'rule' | 'level' | 'message'> & Partial<Finding>): Finding {
  return { blocks: false, concept: null, images: [], fix: null, ...given };
}

/** How a finding is printed by commands: the contract's shape. */
export function findingToJson(finding: Finding) {
  const { rule, level, blocks, concept, images, message, fix } = finding;
  return { rule, level, blocks, concept, images, message, fix: fix?.label ?? null };
}

/** Counts by level: `{error, warn, info}`. */
export function summarize(findings: readonly Finding[]): Record<Level, number> {
  const summary = { error: 0, warn: 0, info: 0 };
  for (const finding of findings) summary[finding.level]++;
  return summary;
}
