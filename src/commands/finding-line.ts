import type { Finding } from '../core/checks/finding.js';

const signs = { error: '✗', warn: '▲', info: '·' };

/** A finding as a line for a person: how grave it is, by which rule, and whether it keeps a training from starting. */
export function findingLine({ level, rule, message, blocks }: Finding): string {
  return `${signs[level]} ${rule.padEnd(4)} ${message}${blocks ? ' Training would not start.' : ''}`;
}
