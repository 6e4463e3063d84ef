import type { Finding } from '../../core/checks/finding.js';
import { byScreen } from '../parts/issues.js';

const rank = { error: 0, warn: 1, info: 2 };

const sorted = new WeakMap<readonly Finding[], readonly Finding[]>();

/** The findings of the Checks screen, by gravity, then by rule; those about settings are shown beside the settings. */
export function sortFindings(findings: readonly Finding[] | null): readonly Finding[] {
  const { dataset } = byScreen(findings);
  let list = sorted.get(dataset);
  if (!list) {
    list = [...dataset].sort((a, b) => rank[a.level] - rank[b.level] || compare(a.rule, b.rule));
    sorted.set(dataset, list);
  }
  return list;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
