import { byGravity, type Finding } from '../../core/checks/finding.js';

/** Findings by the image they concern, the gravest first. */
export function issuesByImage(findings: readonly Finding[] | null): ReadonlyMap<string, Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings ?? []) {
    for (const image of finding.images) {
      const list = map.get(image);
      if (list) list.push(finding);
      else map.set(image, [finding]);
    }
  }
  for (const list of map.values()) list.sort(byGravity);
  return map;
}

/** The gravest level worth a sign beside an image. */
export function worst(findings: readonly Finding[]): 'error' | 'warn' | null {
  if (findings.some((finding) => finding.level === 'error')) return 'error';
  return findings.some((finding) => finding.level === 'warn') ? 'warn' : null;
}

const split = new WeakMap<readonly Finding[], { dataset: readonly Finding[]; settings: readonly Finding[] }>();

/** What was found, by the screen that shows it: a finding that names a setting belongs to Settings, every other one to Checks. */
export function byScreen(findings: readonly Finding[] | null): { dataset: readonly Finding[]; settings: readonly Finding[] } {
  if (!findings) return { dataset: [], settings: [] };
  let parts = split.get(findings);
  if (!parts) {
    parts = { dataset: findings.filter(({ key }) => key === undefined), settings: findings.filter(({ key }) => key !== undefined) };
    split.set(findings, parts);
  }
  return parts;
}
