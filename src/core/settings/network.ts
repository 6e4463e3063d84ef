import type { SettingValue } from './model.js';

/** What a network is, as the guide and the GUI name it. In sd-scripts this is a module plus, for LyCORIS, an `algo`. */
export type NetworkType =
  | 'Standard'
  | 'LyCORIS LoCon'
  | 'LyCORIS LoHa'
  | 'LyCORIS LoKr'
  | 'LyCORIS DyLoRA'
  | 'LyCORIS GLoRA'
  | 'LyCORIS iA3'
  | 'LyCORIS Diag-OFT'
  | 'LyCORIS BOFT'
  | 'LyCORIS native'
  | 'Kohya LoCon'
  | 'Kohya LoHa'
  | 'Kohya LoKr'
  | 'Kohya DyLoRA'
  | 'Kohya LoRA-FA'
  | 'Kohya OFT';

export const LYCORIS = 'lycoris.kohya';

/** Module and LyCORIS algo of each type; `conv`: LyCORIS or Kohya convolutions are trained by it. */
interface Shape {
  module: string;
  algo?: string;
  conv: boolean;
  /** Has a rank and an alpha. */
  ranked: boolean;
}

const SHAPES: Readonly<Record<NetworkType, Shape>> = {
  Standard: { module: 'networks.lora', conv: false, ranked: true },
  'LyCORIS LoCon': { module: LYCORIS, algo: 'locon', conv: true, ranked: true },
  'LyCORIS LoHa': { module: LYCORIS, algo: 'loha', conv: true, ranked: true },
  'LyCORIS LoKr': { module: LYCORIS, algo: 'lokr', conv: true, ranked: true },
  'LyCORIS DyLoRA': { module: LYCORIS, algo: 'dylora', conv: true, ranked: true },
  'LyCORIS GLoRA': { module: LYCORIS, algo: 'glora', conv: true, ranked: true },
  'LyCORIS iA3': { module: LYCORIS, algo: 'ia3', conv: false, ranked: false },
  'LyCORIS Diag-OFT': { module: LYCORIS, algo: 'diag-oft', conv: true, ranked: true },
  'LyCORIS BOFT': { module: LYCORIS, algo: 'boft', conv: true, ranked: true },
  'LyCORIS native': { module: LYCORIS, algo: 'full', conv: false, ranked: false },
  'Kohya LoCon': { module: 'networks.lora', conv: true, ranked: true },
  'Kohya LoHa': { module: 'networks.loha', conv: true, ranked: true },
  'Kohya LoKr': { module: 'networks.lokr', conv: true, ranked: true },
  'Kohya DyLoRA': { module: 'networks.dylora', conv: false, ranked: true },
  'Kohya LoRA-FA': { module: 'networks.lora_fa', conv: false, ranked: true },
  'Kohya OFT': { module: 'networks.oft', conv: false, ranked: true },
};

/** The module of sd-scripts that a type is, and LyCORIS' own name of its algorithm; null for the types of other modules. */
export function moduleOf(type: NetworkType): { module: string; algo: string | null } {
  const { module, algo = null } = SHAPES[type];
  return { module, algo };
}

export const NETWORK_TYPES = Object.keys(SHAPES) as NetworkType[];

/** The presets that LyCORIS brings; a path to a TOML file is taken too. */
export const PRESETS = [
  'full',
  'full-lin',
  'attn-mlp',
  'attn-only',
  'unet-only',
  'unet-transformer-only',
  'unet-convblock-only',
  'ia3',
] as const;

/** Presets that leave the convolutions out. */
const linear = new Set<string>(['full-lin', 'attn-mlp', 'attn-only', 'unet-transformer-only', 'ia3']);

/** `network_args` as pairs, in order. LyCORIS splits at the first `=` and lets a later key win. */
export function readArgs(list: unknown): Map<string, string> {
  const args = new Map<string, string>();
  if (!Array.isArray(list)) return args;
  for (const item of list) {
    const text = String(item);
    const cut = text.indexOf('=');
    if (cut > 0) args.set(text.slice(0, cut), text.slice(cut + 1));
  }
  return args;
}

/** The opposite of {@link readArgs}. */
export function writeArgs(args: ReadonlyMap<string, string>): string[] {
  return [...args].map(([key, value]) => `${key}=${value}`);
}

/** What `network_module` and `network_args` say of the network. */
export interface Network {
  /** Null: no module, or one that we do not know. */
  type: NetworkType | null;
  module: string | null;
  args: Map<string, string>;
}

/** Reads the network from the values that count. LyCORIS without an `algo` trains LoCon. */
export function readNetwork(values: Readonly<Record<string, SettingValue | null | undefined>>): Network {
  const module =
    typeof values['network_module'] === 'string' && values['network_module'] !== '' ? values['network_module'] : null;
  const args = readArgs(values['network_args']);
  return { type: module === null ? null : typeOf(module, args), module, args };
}

function typeOf(module: string, args: ReadonlyMap<string, string>): NetworkType | null {
  if (module === LYCORIS) {
    const algo = (args.get('algo') ?? 'lora').toLowerCase();
    if (algo === 'lora' || algo === 'locon') return 'LyCORIS LoCon';
    return NETWORK_TYPES.find((type) => SHAPES[type].module === LYCORIS && SHAPES[type].algo === algo) ?? null;
  }
  if (module === 'networks.lora') return Number(args.get('conv_dim') ?? 0) > 0 ? 'Kohya LoCon' : 'Standard';
  return NETWORK_TYPES.find((type) => SHAPES[type].module === module) ?? null;
}

/** Is it one of LyCORIS, whatever its algorithm, so that it has a preset? */
export function isLycoris(network: Network): boolean {
  return network.module === LYCORIS;
}

/** Does it train convolutions, so that conv rank and conv alpha say something (S19)? */
export function trainsConvolutions(network: Network): boolean {
  if (network.type === null) return network.args.has('conv_dim');
  return SHAPES[network.type].conv && !(isLycoris(network) && linear.has(network.args.get('preset') ?? 'full'));
}

/** Do rank and alpha say something? Native fine-tuning and iA3 have none. */
export function isRanked(network: Network): boolean {
  return network.type === null || SHAPES[network.type].ranked;
}

/** Keys that mean something to both kinds of module and stay when the type changes. */
const shared = new Set([
  'rank_dropout',
  'module_dropout',
  'loraplus_lr_ratio',
  'loraplus_unet_lr_ratio',
  'loraplus_text_encoder_lr_ratio',
]);

/** Keys of one algorithm only, dropped when another is chosen. */
const own: Readonly<Record<string, readonly string[]>> = {
  lokr: ['factor', 'decompose_both', 'full_matrix', 'unbalanced_factorization'],
  dylora: ['block_size'],
  'diag-oft': ['constraint', 'rescaled'],
  boft: ['constraint', 'rescaled'],
};

/**
 * Turns a network into one of another type. What the new one would not read is dropped, what it needs is taken from
 * `wanted` (the recipe's arguments for it) where the old one has none.
 */
export function changeType(
  network: Network,
  type: NetworkType,
  wanted: ReadonlyMap<string, string>,
): { module: string; args: Map<string, string> } {
  const shape = SHAPES[type];
  const kept = new Map([...network.args].filter(([key]) => keeps(network, shape, key)));
  if (shape.algo !== undefined) kept.delete('algo');
  const args = new Map<string, string>();
  if (shape.algo !== undefined) args.set('algo', shape.algo);
  for (const [key, value] of wanted) if (key !== 'algo') args.set(key, kept.get(key) ?? value);
  for (const [key, value] of kept) if (!args.has(key)) args.set(key, value);
  return { module: shape.module, args };
}

function keeps(from: Network, to: Shape, key: string): boolean {
  if (key === 'conv_dim' || key === 'conv_alpha') return to.conv;
  if (shared.has(key)) return true;
  if (from.module !== LYCORIS || to.module !== LYCORIS) return from.module === to.module;
  if (key === 'preset') return to.algo !== 'ia3' && from.args.get('preset') !== 'ia3';
  const owner = Object.keys(own).filter((algo) => own[algo]?.includes(key));
  return owner.length === 0 || owner.includes(to.algo ?? '');
}
