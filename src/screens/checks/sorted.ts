import { byGravity, type Finding } from '../../core/checks/finding.js';
import { byScreen } from '../parts/issues.js';

const sorted = new WeakMap<readonly Finding[], readonly Finding[]>();

/** The findings of the Checks screen, by gravity, then by rule; those about settings are shown beside the settings. */
export function sortFindings(findings: readonly Finding[] | null): readonly Finding[] {
  const { dataset } = byScreen(findings);
  let list = sorted.get(dataset);
  if (!list) {
    list = [...dataset].sort((a, b) => byGravity(a, b) || compare(a.rule, b.rule));
    sorted.set(dataset, list);
  }
  return list;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
