import { ARGUMENTS } from './table/arguments.js';

/** What people write who know the setting by the name of a form field. */
const commonly: Readonly<Record<string, string>> = {
  epoch: 'max_train_epochs',
  epochs: 'max_train_epochs',
  batch_size: 'train_batch_size',
  rank: 'network_dim',
  dim: 'network_dim',
  alpha: 'network_alpha',
  optimizer: 'optimizer_type',
  scheduler: 'lr_scheduler',
  lr: 'learning_rate',
  lr_warmup: 'lr_warmup_steps',
  model: 'pretrained_model_name_or_path',
  max_resolution: 'resolution',
};

/** The argument that a person probably meant by a name that the trainer does not know; null when none is near. */
export function nearestArgument(name: string): string | null {
  const wanted = name.toLowerCase().replaceAll('-', '_');
  if (Object.hasOwn(ARGUMENTS, wanted)) return wanted;
  const common = Object.hasOwn(commonly, wanted) ? commonly[wanted] : undefined;
  if (common !== undefined) return common;
  // Two or three letters are near to everything.
  if (wanted.length < 4) return null;
  return nearestOf(wanted, Object.keys(ARGUMENTS));
}

/** The name that was probably meant, whatever its case; null when none is near. */
export function nearestOf(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const known of names) {
    const found = distance(wanted, known.toLowerCase(), bestDistance);
    if (found < bestDistance) {
      best = known;
      bestDistance = found;
    }
  }
  return best;
}

/** Edits (insert, remove, replace, swap neighbours) from `a` to `b`; `limit` when there are at least as many. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(limit, row[b.length] ?? limit);
}
