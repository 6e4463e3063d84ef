import type { FolderCount, SettingsFile } from './file.js';
import { isRanked, trainsConvolutions, type Network } from './network.js';
import { largestFolder } from './recipe-values.js';
import { effective, effectiveNetwork } from './resolve.js';

/** What a training with these settings comes to. Null = the settings do not say. */
export interface TrainingFacts {
  concepts: readonly { folder: string; images: number; repeats: number; passes: number | null }[];
  images: number;
  /** Σ images × repeats. */
  imagesTimesRepeats: number;
  /** Without the remainders of buckets, which only a plan of the pictures knows; exact at batch size 1. */
  stepsPerEpoch: number;
  stepsAreExact: boolean;
  epochs: number | null;
  totalSteps: number | null;
  /** How often each image of the largest folder is seen (S07). */
  passesPerImage: number | null;
  saves: number | null;
  /** Alpha divided by rank: what learning is multiplied with (Q06). */
  alphaFactor: number | null;
  convAlphaFactor: number | null;
}

/** @param concepts the folders as they are now, when they changed since the file was read */
export function trainingFacts(file: SettingsFile, concepts: readonly FolderCount[] = file.concepts): TrainingFacts {
  const values = effective(file);
  const number = (key: string, otherwise: number | null) => {
    const value = values[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  };
  const batch = Math.max(1, number('train_batch_size', 1) ?? 1);
  const accumulated = Math.max(1, number('gradient_accumulation_steps', 1) ?? 1);
  const seen = concepts.filter(({ images }) => images > 0);
  const perEpoch = seen.reduce((sum, { images, repeats }) => sum + images * repeats, 0);
  const stepsPerEpoch = Math.ceil(Math.ceil(perEpoch / batch) / accumulated);
  const given = number('max_train_epochs', null);
  const steps = given === null ? (number('max_train_steps', 1600) ?? 1600) : given * stepsPerEpoch;
  const epochs = given ?? (stepsPerEpoch > 0 ? Math.ceil(steps / stepsPerEpoch) : null);
  const passes = (repeats: number) => (epochs === null ? null : repeats * epochs);
  const largest = largestFolder(seen);
  return {
    concepts: concepts.map(({ folder, images, repeats }) => ({ folder, images, repeats, passes: passes(repeats) })),
    images: seen.reduce((sum, { images }) => sum + images, 0),
    imagesTimesRepeats: perEpoch,
    stepsPerEpoch,
    stepsAreExact: batch === 1,
    epochs,
    totalSteps: perEpoch > 0 ? steps : null,
    passesPerImage: largest ? passes(largest.repeats) : null,
    saves: epochs === null ? null : savesOf(epochs, number('save_every_n_epochs', null)),
    ...alphaFactors(effectiveNetwork(file), number('network_dim', 4) ?? 4, number('network_alpha', 1) ?? 1),
  };
}

/** The last epoch is saved once, under the plain name. */
function savesOf(epochs: number, every: number | null): number {
  return every !== null && every >= 1 ? Math.floor((epochs - 1) / every) + 1 : 1;
}

/** An alpha of 0 counts as the rank; missing conv values are those of the rest. */
function alphaFactors(network: Network, dim: number, alpha: number): Pick<TrainingFacts, 'alphaFactor' | 'convAlphaFactor'> {
  if (!isRanked(network)) return { alphaFactor: null, convAlphaFactor: null };
  const root = network.args.get('rs_lora')?.toLowerCase() === 'true';
  const factor = (a: number, d: number) => (d <= 0 ? null : (a === 0 ? d : a) / (root ? Math.sqrt(d) : d));
  const convDim = Number(network.args.get('conv_dim') ?? dim);
  const convAlpha = Number(network.args.get('conv_alpha') ?? alpha);
  return { alphaFactor: factor(alpha, dim), convAlphaFactor: trainsConvolutions(network) ? factor(convAlpha, convDim) : null };
}
