import type { NetworkType } from './network.js';

/** What is trained, as far as the values depend on it (W07). */
export type RecipeGoal = 'character' | 'concept' | 'several' | 'style';
export type RecipeOptimizer = 'Prodigy' | 'DAdaptAdam' | 'AdamW' | 'AdamW8bit';

export interface Recipe {
  /** `character-prodigy-locon` */
  id: string;
  goal: RecipeGoal;
  optimizer: RecipeOptimizer;
  network: NetworkType;
  /** One line for a list. */
  label: string;
}

/** Assumed for a workspace that names none. */
export const DEFAULT_RECIPE = 'character-prodigy-locon';

/** `recipe = "none"`: the file counts as it is, and the trainer's defaults for the rest. */
export const NO_RECIPE = 'none';

const goals: Readonly<Record<RecipeGoal, { label: string; networks: readonly NetworkType[] }>> = {
  character: { label: 'a character', networks: ['LyCORIS LoCon', 'Standard'] },
  concept: { label: 'an object, clothing or a concept', networks: ['LyCORIS LoCon', 'Standard'] },
  several: { label: 'several concepts', networks: ['LyCORIS LoCon', 'Standard'] },
  style: { label: 'a style', networks: ['LyCORIS LoCon', 'LyCORIS GLoRA'] },
};

const optimizers: Readonly<Record<RecipeOptimizer, string>> = {
  Prodigy: 'finds its rate itself',
  DAdaptAdam: 'as Prodigy, but milder',
  AdamW: 'wants tuning, can be finer',
  AdamW8bit: 'as AdamW, with less memory',
};

const short: Partial<Record<NetworkType, string>> = { 'LyCORIS LoCon': 'locon', 'LyCORIS GLoRA': 'glora', Standard: 'standard' };

/** Every recipe: goal × optimizer × the networks that the guide names for the goal (L01, L05, Y01). */
export const RECIPES: readonly Recipe[] = (Object.keys(goals) as RecipeGoal[]).flatMap((goal) =>
  (Object.keys(optimizers) as RecipeOptimizer[]).flatMap((optimizer) =>
    goals[goal].networks.map((network) => ({
      id: `${goal}-${optimizer.toLowerCase()}-${short[network] ?? 'other'}`,
      goal,
      optimizer,
      network,
      label: `${goals[goal].label} with ${optimizer} (${optimizers[optimizer]}), ${network}`,
    })),
  ),
);

/** The recipe of that name; undefined when there is none. */
export function findRecipe(id: string): Recipe | undefined {
  return RECIPES.find((recipe) => recipe.id === id);
}
