/** The names that sd-scripts knows itself; it reads them in any case. */
const knownOptimizers: readonly string[] = [
  'AdamW', 'AdamW8bit', 'PagedAdamW', 'PagedAdamW8bit', 'PagedAdamW32bit', 'AdEMAMix8bit', 'PagedAdEMAMix8bit',
  'Lion', 'Lion8bit', 'PagedLion8bit', 'SGDNesterov', 'SGDNesterov8bit', 'Adafactor', 'Prodigy',
  'DAdaptation', 'DAdaptAdamPreprint', 'DAdaptAdam', 'DAdaptAdaGrad', 'DAdaptAdan', 'DAdaptAdanIP', 'DAdaptLion', 'DAdaptSGD',
  'RAdamScheduleFree', 'AdamWScheduleFree', 'SGDScheduleFree',
];

/** Classes of torch.optim, in which it looks for every other name, as that is written. */
const torchOptimizers: readonly string[] = [
  'SGD', 'ASGD', 'Adam', 'AdamW', 'Adamax', 'Adadelta', 'Adagrad', 'LBFGS', 'NAdam', 'RAdam', 'RMSprop', 'Rprop', 'SparseAdam', 'Adafactor',
  'Muon',
];

/**
 * Will the trainer find an optimizer of this name? A name with a dot is a class of whatever module: nobody can
 * tell here, so it passes.
 */
export function isFoundOptimizer(name: string): boolean {
  const lower = name.toLowerCase();
  return name.includes('.') || torchOptimizers.includes(name) || knownOptimizers.some((known) => known.toLowerCase() === lower);
}

/** Names of optimizers that a person may have meant. */
export function optimizerNames(): string[] {
  return [...new Set([...knownOptimizers, ...torchOptimizers])];
}
