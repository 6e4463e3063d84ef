import type { FolderCount } from './file.js';
import type { Family, PromptStyle, SettingValue } from './model.js';
import { moduleOf, type NetworkType } from './network.js';
import type { RecipeGoal } from './recipes.js';

/** What the values of a recipe depend on. */
export interface RecipeInput {
  goal: RecipeGoal;
  /** As sd-scripts names it; the recipe's own, or what the file says instead. */
  optimizer: string;
  /** Null: a network that we do not know. */
  network: NetworkType | null;
  family: Family | null;
  style: PromptStyle;
  concepts: readonly FolderCount[];
  /** Name of the workspace's folder. */
  name: string;
}

/** `guide`: the guide names this value. `recipe`: ours, or the GUI's where the guide says to leave things alone (S34). */
export interface RecipeValue {
  value: SettingValue;
  from: 'guide' | 'recipe';
}

const guide = (value: SettingValue): RecipeValue => ({ value, from: 'guide' });
const house = (value: SettingValue): RecipeValue => ({ value, from: 'recipe' });

/** Does this optimizer find its rate itself (Prodigy and the D-Adaptation family)? */
export function isAdaptive(optimizer: string): boolean {
  return /^(.*\.)?(prodigy|dadapt)/i.test(optimizer);
}

/** One of the Adam optimizers that the guide means: AdamW, AdamW8bit, and their paged kin. */
export function isAdam(optimizer: string): boolean {
  return /^(paged)?adamw?(8bit|32bit)?$/i.test(optimizer);
}

/** All values of a recipe, by argument name. */
export function recipeValues(input: RecipeInput): Record<string, RecipeValue> {
  return {
    ...folderValues(input),
    ...trainingValues(input),
    ...optimizerValues(input.optimizer),
    ...networkValues(input.network, isAdaptive(input.optimizer)),
    ...familyValues(input),
  };
}

function folderValues({ concepts, goal, name }: RecipeInput): Record<string, RecipeValue> {
  const largest = largestFolder(concepts);
  const first = goal === 'several' || concepts.length > 1 ? name : (largest?.text.split(',')[0] ?? name);
  return {
    train_data_dir: guide('.'),
    output_dir: house('output'),
    output_name: house(fileName(first) || 'lora'),
    caption_extension: house('.txt'),
  };
}

function trainingValues({ goal, concepts }: RecipeInput): Record<string, RecipeValue> {
  return {
    train_batch_size: guide(1),
    max_train_epochs: guide(epochsFor(goal, concepts)),
    save_every_n_epochs: house(1),
    save_model_as: guide('safetensors'),
    mixed_precision: guide('fp16'),
    save_precision: guide('fp16'),
    cache_latents: guide(true),
    enable_bucket: guide(true),
    // The GUI's defaults, which the guide leaves alone. The guide's longest side = resolution would cost pixels (S17).
    bucket_no_upscale: house(true),
    min_bucket_reso: house(256),
    max_bucket_reso: house(2048),
    max_data_loader_n_workers: house(0),
    min_snr_gamma: guide(5),
    xformers: guide(true),
  };
}

/** S12 to S15. `0.0001` is ours: the guide gives Adam no number. */
function optimizerValues(optimizer: string): Record<string, RecipeValue> {
  const adaptive = isAdaptive(optimizer);
  const named = /^(prodigy|dadaptadam|adamw|adamw8bit)$/i.test(optimizer);
  const values: Record<string, RecipeValue> = {
    optimizer_type: named ? guide(optimizer) : house(optimizer),
    lr_scheduler: guide(adaptive ? 'cosine' : 'cosine_with_restarts'),
    lr_warmup_steps: house(0.1),
    learning_rate: adaptive ? guide(1) : house(1e-4),
  };
  if (/^(prodigy|dadaptadam)$/i.test(optimizer)) {
    values['optimizer_args'] = guide(['decouple=True', 'weight_decay=0.1', 'betas=0.9,0.99']);
  }
  if (isAdam(optimizer)) values['gradient_checkpointing'] = guide(true);
  return values;
}

const conv = ['conv_dim=16', 'conv_alpha=1'];

/** LyCORIS arguments beside `algo`. */
const lycoris: Readonly<Record<string, readonly string[]>> = {
  locon: ['preset=full', ...conv],
  loha: ['preset=full', ...conv],
  lokr: ['preset=full', ...conv, 'factor=-1'],
  dylora: ['preset=full', ...conv],
  glora: ['preset=full', ...conv],
  'diag-oft': ['preset=full', ...conv],
  boft: ['preset=full', ...conv],
  full: ['preset=full'],
  ia3: ['preset=ia3'],
};

/** S05, S18 to S20 and the table of L: module, arguments, rank and alpha of a network. */
export function networkValues(network: NetworkType | null, adaptive: boolean): Record<string, RecipeValue> {
  if (network === null) return { network_dim: guide(32), network_alpha: guide(adaptive ? 1 : 32) };
  const { module, algo } = moduleOf(network);
  const values: Record<string, RecipeValue> = { network_module: network === 'Standard' ? guide(module) : house(module) };
  if (algo !== null) values['network_args'] = house([`algo=${algo}`, ...(lycoris[algo] ?? [])]);
  else if (/Lo(Con|Ha|Kr)$/.test(network)) values['network_args'] = house(conv);
  if (algo === 'full' || algo === 'ia3') return values;
  const dim = network.endsWith('DyLoRA') ? 128 : 32;
  const half = /Lo(Con|Ha|Kr)$|DyLoRA$|GLoRA$/.test(network);
  values['network_dim'] = guide(dim);
  const alpha = adaptive ? 1 : half ? dim / 2 : dim;
  // Without an adaptive optimizer the guide names an alpha for these only.
  values['network_alpha'] =
    adaptive || network === 'Standard' || /Lo(Con|Ha)$|DyLoRA$/.test(network) ? guide(alpha) : house(alpha);
  if (algo !== null && !['glora', 'dylora'].includes(algo)) values['scale_weight_norms'] = guide(1);
  return values;
}

/** S16, S23, and SDXL's VAE, which gives NaN in fp16. */
function familyValues({ family, style }: RecipeInput): Record<string, RecipeValue> {
  if (family === 'sdxl') return { resolution: guide('1024,1024'), no_half_vae: house(true) };
  const resolution = guide('768,768');
  if (family === 'sd2') return { resolution, v2: guide(true) };
  return { resolution, clip_skip: guide(style === 'booru' ? 2 : 1) };
}

/** How often each image is to be seen (S07, Y04). */
function passesFor(goal: RecipeGoal): number {
  return goal === 'style' ? 35 : 100;
}

/** S07: as many epochs as show an image of the largest folder so often; at least one. */
export function epochsFor(goal: RecipeGoal, concepts: readonly FolderCount[]): number {
  return Math.max(1, Math.round(passesFor(goal) / (largestFolder(concepts)?.repeats ?? 1)));
}

/** The concept with the most images. */
export function largestFolder<T extends FolderCount>(concepts: readonly T[]): T | undefined {
  return concepts.reduce<T | undefined>((best, concept) => (best && best.images >= concept.images ? best : concept), undefined);
}

function fileName(text: string): string {
  return text
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+|_+$/g, '');
}
