import type { SettingsFile } from './file.js';
import type { Family, Goal, Resolved, SettingValue } from './model.js';
import { isRanked, isLycoris, readArgs, readNetwork, trainsConvolutions, type Network } from './network.js';
import { goalFor } from './ours.js';
import { isAdaptive, networkValues, recipeValues, type RecipeInput, type RecipeValue } from './recipe-values.js';
import { DEFAULT_RECIPE, NO_RECIPE, findRecipe, type Recipe, type RecipeGoal } from './recipes.js';
import { ARGUMENTS } from './table/arguments.js';
import { SETTINGS } from './table/index.js';

/** Reads what counts, with the recipe filled in: text, number, switch or list by name. */
export type Effective = Readonly<Record<string, SettingValue>>;

/** The recipe that fills in what the file does not set; null for `recipe = "none"`. */
export function recipeOf(file: SettingsFile): Recipe | null {
  if (file.ours.recipe === NO_RECIPE) return null;
  const named = file.ours.recipe === null ? undefined : findRecipe(file.ours.recipe);
  return named ?? findRecipe(assumedRecipe(goalOf(file))) ?? null;
}

function assumedRecipe(goal: RecipeGoal): string {
  return DEFAULT_RECIPE.replace('character', goal);
}

/** What is trained, by the goals of the file and the folders (W07). A folder without a goal counts as a character. */
export function goalOf(file: SettingsFile): RecipeGoal {
  const { goals } = file.ours;
  const all = file.concepts.map(({ text, folder }): Goal => goalFor(goals, folder, text) ?? 'character');
  const stated = all.length > 0 ? all : Object.values(goals);
  if (stated.length > 0 && stated.every((goal) => goal === 'style')) return 'style';
  if (all.length > 1) return 'several';
  return (stated[0] ?? 'character') === 'character' ? 'character' : 'concept';
}

/** The model's family: as stated, else by the switches of the file, else by the model's name; null when nothing says. */
export function familyOf(file: SettingsFile): Family | null {
  if (file.ours.family !== null) return file.ours.family;
  if (file.values['v2'] === true) return 'sd2';
  const model = file.values['pretrained_model_name_or_path'];
  const name = typeof model === 'string' ? (model.split(/[\\/]/).at(-1) ?? '') : '';
  return /xl(?![a-z])|pony|illustrious|noobai/i.test(name) ? 'sdxl' : null;
}

/**
 * What the recipe gives for this file. Optimizer and network of the file take the place of the recipe's own, so that
 * what belongs to them (rate, scheduler, arguments, rank, alpha) follows; and nothing is filled in that would fight
 * with what the file sets.
 */
export function recipeFor(file: SettingsFile): Record<string, RecipeValue> {
  const recipe = recipeOf(file);
  if (!recipe) return {};
  const { values } = file;
  const optimizer = writtenOptimizer(values) ?? recipe.optimizer;
  const filled = recipeValues({ ...inputOf(file, recipe), optimizer });
  for (const [key, rivals] of Object.entries(excluded)) if (rivals.some((rival) => isSet(values[rival]))) delete filled[key];
  const scheduler = values['lr_scheduler'];
  if (scheduler === 'constant' || scheduler === 'adafactor') delete filled['lr_warmup_steps'];
  return filled;
}

/** Of each argument: what in the file makes filling it in wrong. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  max_train_epochs: ['max_train_steps'],
  save_every_n_epochs: ['save_every_n_steps', 'save_n_epoch_ratio'],
  xformers: ['sdpa', 'mem_eff_attn'],
  optimizer_type: ['use_8bit_adam', 'use_lion_optimizer'],
  optimizer_args: ['use_8bit_adam', 'use_lion_optimizer'],
  lr_warmup_steps: ['lr_scheduler_type'],
  clip_skip: ['v2'],
};

function inputOf(file: SettingsFile, recipe: Recipe): RecipeInput {
  const { values, ours, concepts, name } = file;
  return {
    goal: recipe.goal,
    optimizer: recipe.optimizer,
    network: networkFor(values, recipe),
    family: familyOf(file),
    style: ours.style,
    concepts,
    name,
  };
}

function networkFor(values: Effective, recipe: Recipe) {
  if (values['network_module'] === undefined && values['network_args'] === undefined) return recipe.network;
  const own = networkValues(recipe.network, true);
  return readNetwork({
    network_module: values['network_module'] ?? own['network_module']?.value,
    network_args: values['network_args'],
  }).type;
}

function isSet(value: SettingValue | undefined): boolean {
  return value !== undefined && value !== false && value !== '';
}

/** Every value that counts and is not the trainer's default by silence: the file's, and the recipe's for the rest. */
export function effective(file: SettingsFile): Effective {
  const filled = Object.entries(recipeFor(file)).map(([key, { value }]) => [key, value] as const);
  return { ...Object.fromEntries(filled), ...file.values };
}

/** The network that would be trained. */
export function effectiveNetwork(file: SettingsFile): Network {
  return readNetwork(effective(file));
}

/**
 * Every setting of the table, every known argument that the file sets, and the virtual ones, with where the value
 * comes from. Virtual ones live in lists that are written whole: a part that equals the recipe's counts as the recipe's.
 */
export function resolveSettings(file: SettingsFile): Record<string, Resolved> {
  const recipe = recipeFor(file);
  const resolved: Record<string, Resolved> = {};
  for (const setting of SETTINGS) if (!setting.virtual) resolved[setting.key] = resolveOne(file, recipe, setting.key);
  for (const key of Object.keys(file.values)) resolved[key] ??= resolveOne(file, recipe, key);
  Object.assign(resolved, resolveNetwork(file));
  return Object.fromEntries(
    SETTINGS.map(({ key }) => key)
      .concat(Object.keys(resolved))
      .map((key) => [key, resolved[key] as Resolved]),
  );
}

function resolveOne(file: SettingsFile, recipe: Record<string, RecipeValue>, key: string): Resolved {
  const standard = Object.hasOwn(ARGUMENTS, key) ? (ARGUMENTS[key]?.default ?? null) : null;
  const own = file.values[key];
  if (own !== undefined) return { value: own, from: 'you', default: standard };
  const given = recipe[key];
  return given
    ? { value: given.value, from: given.from, default: standard }
    : { value: standard, from: 'trainer', default: standard };
}

function resolveNetwork(file: SettingsFile): Record<string, Resolved> {
  const network = effectiveNetwork(file);
  const named = recipeOf(file);
  const usual = named ? readNetwork(plain(networkValues(named.network, true))) : null;
  const recipeArgs = named ? usualArgs(network) : new Map<string, string>();
  const ownModule = file.values['network_module'] !== undefined;
  const ownArgs = file.values['network_args'] !== undefined;
  const part = (key: string, from: 'guide' | 'recipe', fallback: SettingValue | null): Resolved => {
    const text = network.args.get(key);
    if (text === undefined) return { value: fallback, from: 'trainer', default: fallback };
    const value = Number.isFinite(Number(text)) && text !== '' ? Number(text) : text;
    return { value, from: ownArgs && recipeArgs.get(key) !== text ? 'you' : from, default: fallback };
  };
  const lycoris = isLycoris(network);
  const convolutions = trainsConvolutions(network);
  const rank = lycoris && convolutions ? numberOf(effective(file)['network_dim'] ?? 4) : null;
  const alpha = lycoris && convolutions ? numberOf(effective(file)['network_alpha'] ?? 1) : null;
  const typeFrom =
    (ownModule || ownArgs) && network.type !== usual?.type
      ? 'you'
      : usual
        ? usual.type === 'Standard'
          ? 'guide'
          : 'recipe'
        : 'trainer';
  return {
    lora_type: {
      value: network.type ?? network.module,
      from: network.module === null ? 'trainer' : usual ? typeFrom : 'you',
      default: null,
    },
    preset: part('preset', 'recipe', lycoris ? 'full' : null),
    conv_dim: part('conv_dim', 'guide', rank),
    conv_alpha: part('conv_alpha', 'guide', alpha),
  };
}

/** The arguments that a recipe gives to a network of this type. */
export function usualArgs(network: Network): Map<string, string> {
  return readArgs(networkValues(network.type, true)['network_args']?.value);
}

/** Which rows of the table say something for this network: conv values for convolutions, a preset for LyCORIS. */
export function isRelevant(key: string, file: SettingsFile): boolean {
  const network = effectiveNetwork(file);
  switch (key) {
    case 'preset':
      return isLycoris(network);
    case 'conv_dim':
    case 'conv_alpha':
      return trainsConvolutions(network);
    case 'network_dim':
    case 'network_alpha':
      return isRanked(network);
    case 'network_module':
      return network.type === null;
    case 'lr_scheduler_num_cycles':
      return effective(file)['lr_scheduler'] === 'cosine_with_restarts';
    default:
      return true;
  }
}

/** The optimizer that counts; the trainer's own is AdamW. */
export function optimizerOf(values: Effective): string {
  return writtenOptimizer(values) ?? 'AdamW';
}

function writtenOptimizer(values: Effective): string | null {
  const type = values['optimizer_type'];
  if (typeof type === 'string' && type !== '') return type;
  return values['use_8bit_adam'] === true ? 'AdamW8bit' : values['use_lion_optimizer'] === true ? 'Lion' : null;
}

/** Prodigy or D-Adaptation. */
export function adaptive(values: Effective): boolean {
  return isAdaptive(optimizerOf(values));
}

function plain(values: Record<string, RecipeValue>): Record<string, SettingValue> {
  return Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]));
}

function numberOf(value: SettingValue): number | null {
  return typeof value === 'number' ? value : null;
}
