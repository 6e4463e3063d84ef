import type { Balance } from './balance.js';
import { checkpointsOf } from './checkpoints.js';
import { networkSize } from './network-size.js';
import type { Plan, PlannedImage } from './plan.js';

/** The files to come with the room they take: `bytes` without those removed on the way, null where the network's shape is not known. */
export function savesOf(plan: Plan): { files: ReturnType<typeof checkpointsOf>; bytesEach: number | null; bytes: number | null } {
  const { values, family } = plan.settings;
  const files = checkpointsOf(values, plan);
  const bytesEach = networkSize(values, family)?.bytes ?? null;
  return { files, bytesEach, bytes: bytesEach === null ? null : bytesEach * files.filter(({ removed }) => !removed).length };
}

/** A plan in the documented shape. @param images - what the trainer reads of each image, too */
export function planToJson(plan: Plan, balance: Balance | null, images: boolean): object {
  const { files, bytes } = savesOf(plan);
  return {
    concepts: plan.concepts,
    buckets: plan.buckets,
    train_images: plan.trainCount,
    reg_images: plan.regCount,
    batches_per_epoch: plan.batchesPerEpoch,
    steps_per_epoch: plan.stepsPerEpoch,
    epochs: plan.epochs,
    total_steps: plan.totalSteps,
    passes_per_image: plan.passesPerImage,
    checkpoints: { count: files.length, bytes, files: files.map(({ file, removed }) => ({ file, removed })) },
    balance: balance && { tolerance: balance.tolerance, repeats: balance.repeats, imbalance: balance.imbalance, imbalance_now: balance.imbalanceNow, epochs: balance.epochs },
    ...(images && { images: plan.images.map(imageToJson), validation: plan.validated.map(imageToJson) }),
  };
}

function imageToJson({ path, repeats, subset, size, bucket, resized, caption, fed }: PlannedImage) {
  return { path, repeats, is_reg: subset.isReg, size, bucket, resized, caption, fed };
}
