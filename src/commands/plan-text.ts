import type { Balance } from '../core/plan/balance.js';
import type { Plan } from '../core/plan/plan.js';
import { savesOf } from '../core/plan/to-json.js';
import { counted, listed, number, size } from '../core/words.js';
import { printLine, printTable } from './print.js';

/** Prints a plan for a person. */
export async function printPlan(plan: Plan, balance: Balance | null, images: boolean): Promise<void> {
  await printTable(
    ['concept', 'images', 'repeats', 'in an epoch', 'share'],
    plan.concepts.map((concept) => [concept.folder, concept.images, concept.repeats, concept.images * concept.repeats, percent(concept.share)]),
  );
  printLine('');
  await printTable(
    ['bucket', 'images', 'batches'],
    plan.buckets.map(({ width, height, images: count, batches }) => [`${width}×${height}`, count, batches]),
  );
  printLine('');
  for (const line of planLines(plan, balance)) printLine(line);
  if (!images) return;
  printLine('');
  await printTable(
    ['image', '×', 'size', 'bucket', 'resized', 'fed'],
    [...plan.images, ...plan.validated].map((one) => [one.path, one.repeats, one.size.join('×'), one.bucket.join('×'), one.resized.join('×'), one.fed]),
  );
}

function planLines(plan: Plan, balance: Balance | null): string[] {
  const { batch, steps } = plan.settings;
  const lonely = plan.buckets.filter((bucket) => bucket.images < batch).map(({ width, height }) => `${width}×${height}`);
  const { files, bytesEach, bytes } = savesOf(plan);
  const removed = files.filter((file) => file.removed).length;
  const together = [steps.accumulation > 1 ? `${steps.accumulation} batches a step` : '', steps.processes > 1 ? `${steps.processes} processes` : ''].filter(Boolean);
  const lines = [
    `${number(plan.trainCount)} images × repeats, ${number(plan.batchesPerEpoch)} ${plan.batchesPerEpoch === 1 ? 'batch' : 'batches'} of ${batch} in an epoch`,
    `${counted(plan.stepsPerEpoch, 'step')} an epoch${together.length > 0 ? ` (${together.join(', ')})` : ''} × ${counted(plan.epochs, 'epoch')} = ${counted(plan.totalSteps, 'step')}`,
    `an image of the largest concept is seen ${number(plan.passesPerImage)} times`,
    `${counted(files.length, 'file')}: ${listed(files.map(({ file }) => file))}${bytesEach === null ? '' : `; ${size(bytesEach)} each, ${size(bytes ?? 0)} in all`}${removed > 0 ? `; ${removed} of them removed on the way` : ''}`,
  ];
  if (plan.regCount > 0) lines.splice(1, 0, `regularisation images: ${number(plan.regCount)}, repeated until there are as many as trained ones`);
  if (plan.validated.length > 0) lines.push(`${counted(plan.validated.length, 'image', 'is', 'are')} held back to measure the loss on`);
  if (plan.byChance) lines.push('which ones is drawn at the start, as validation_seed is not set: buckets can differ from those above');
  if (lonely.length > 0) lines.push(`${counted(lonely.length, 'bucket', 'holds', 'hold')} fewer images than a batch, and their steps learn from fewer: ${listed(lonely)}`);
  return [...lines, ...balanceLines(plan, balance)];
}

function balanceLines({ concepts, settings }: Plan, balance: Balance | null): string[] {
  if (!balance) return [];
  const lines: string[] = [];
  if (balance.imbalanceNow <= balance.tolerance) lines.push(`the concepts are in balance, ${percent(balance.imbalanceNow)} off at most (M04)`);
  else {
    const changes = concepts.filter(({ folder, repeats }) => (balance.repeats[folder] ?? repeats) !== repeats);
    lines.push(`the concepts are out of balance, ${percent(balance.imbalanceNow)} at worst (M04)`);
    lines.push(`in balance: ${listed(changes.map(({ folder, repeats }) => `${folder} ×${balance.repeats[folder] ?? repeats}`))}, ${counted(balance.epochs, 'epoch')}; ${percent(balance.imbalance)} off then${settings.datasetFile === null ? ' (plan balance renames them)' : ''}`);
  }
  if (balance.ratio >= 3) lines.push(`the largest concept has ${balance.ratio.toFixed(1)} times the images of the smallest, which may be over-trained (M06)`);
  return lines;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
