import type { Finding } from '../../core/checks/finding.js';

export { issuesByImage } from '../../core/checks/by-image.js';

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
