import type { Finding } from '../../core/checks/finding.js';

const rank = { error: 0, warn: 1, info: 2 };

const sorted = new WeakMap<readonly Finding[], readonly Finding[]>();

/** Findings by gravity, then by rule; the order they came in otherwise. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  let list = sorted.get(findings);
  if (!list) {
    list = [...findings].sort((a, b) => rank[a.level] - rank[b.level] || compare(a.rule, b.rule));
    sorted.set(findings, list);
  }
  return list;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
