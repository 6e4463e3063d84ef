import type { Level } from '../finding.js';

/** One rule, as `explain` shows it. Texts are ours; what they say is the source's. */
export interface GuideRule {
  id: string;
  /** Null where the rule is a fact or a procedure and nothing is ever wrong. */
  level: Level | null;
  /** A few words. */
  title: string;
  /** What is asked for. */
  rule: string;
  /** Why. */
  reason: string;
  /** Where a trainer of today differs from the guide; that is what the program follows. */
  today?: string;
  /** `guide part N`, `sd-scripts`, or `loradeck` where the advice is ours or the field's. */
  source: string;
  /** What the program looks at; null where it does not judge this. */
  check: string | null;
  /** What can be done about it; null where nothing is to be done. */
  fix: string | null;
}
