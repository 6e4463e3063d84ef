import type { Family } from '../settings/model.js';
import { LYCORIS, readNetwork } from '../settings/network.js';
import type { Effective } from '../settings/resolve.js';
import { powerOfTwoBlocks, twoFactors } from './factors.js';
import { LAYERS } from './network-layers.js';

/** What a saved network holds. */
export interface NetworkSize {
  tensors: number;
  values: number;
  /** Of the values as they are saved, without the file's header. */
  bytes: number;
}

/** Of one weight of the model: what it gives and takes, and the kernel's size. */
interface Layer {
  out: number;
  in: number;
  kernel: number;
  count: number;
}

/** Arguments that give the network another shape, which is not known here. */
const reshaping = ['train_norm', 'dora_wd', 'use_scalar', 'full_matrix', 'decompose_both', 'unbalanced_factorization', 'block_dims', 'conv_block_dims'];

/**
 * The size of the network that these settings train, exact from its shape. Null where the shape is not known: another model than
 * SD1.5 and SDXL, another module or preset, arguments that change it.
 */
export function networkSize(values: Effective, family: Family | null): NetworkSize | null {
  if (family === 'sd2') return null;
  const { module, args } = readNetwork(values);
  if (module === null || reshaping.some((key) => isOn(args.get(key)))) return null;
  const parts = layersOf(family ?? 'sd15', module, args);
  if (!parts) return null;
  const rank = Math.trunc(numberOf(values['network_dim'], 4));
  const algo = module === LYCORIS ? (args.get('algo') ?? 'lora').toLowerCase() : 'lora';
  const convRank = Math.trunc(numberOf(args.get('conv_dim'), rank));
  const size = { tensors: 0, values: 0 };
  for (const [only, layers] of [['network_train_unet_only', parts.textEncoder], ['network_train_text_encoder_only', parts.unet]] as const) {
    if (values[only] === true) continue;
    for (const layer of layers) {
      if (layer.kernel > 1 && convRank <= 0 && algo !== 'full') continue;
      const one = sizeOf(layer, algo, layer.kernel > 1 ? convRank : rank, args);
      if (!one) return null;
      size.tensors += one[0] * layer.count;
      size.values += one[1] * layer.count;
    }
    if (algo !== 'full') continue;
    if ((args.get('preset') ?? 'full') !== 'full') return null;
    const more = biases(layers, family ?? 'sd15', layers === parts.unet);
    size.tensors += more[0];
    size.values += more[1];
  }
  return { ...size, bytes: size.values * bytesEach(values) };
}

/** Tensors and values of the network beside one weight; null where the algorithm's shape is not known. */
function sizeOf({ out, in: width, kernel }: Layer, algo: string, rank: number, args: ReadonlyMap<string, string>): [number, number] | null {
  switch (algo) {
    case 'lora':
    case 'locon':
      if (isOn(args.get('use_tucker')) && kernel > 1) return [4, rank * (width + rank * kernel + out) + 1];
      return [3, rank * (width * kernel + out) + 1];
    case 'dylora':
      return [3, rank * (width * kernel + out) + 1];
    case 'loha':
      return isOn(args.get('use_tucker')) ? null : [5, 2 * rank * (width * kernel + out) + 1];
    case 'glora':
      return isOn(args.get('use_tucker')) ? null : [5, rank * (width * kernel + out + 2 * width) + 1];
    case 'lokr':
      return isOn(args.get('use_tucker')) ? null : kroneckerSize(twoFactors(out, factorOf(args)), twoFactors(width, factorOf(args)), kernel, rank);
    case 'diag-oft': {
      const [size, count] = twoFactors(out, rank);
      return [2, count * size * size + 1];
    }
    case 'boft': {
      const blocks = powerOfTwoBlocks(out, rank);
      if (!blocks) return null;
      const [size, count] = blocks;
      return [2, (Math.log2(count) + 1) * count * size * size + 1];
    }
    case 'full':
      return [1, out * width * kernel];
    default:
      return null;
  }
}

/** Native fine-tuning saves biases too: every layer has one but those that make query, key and value in the U-Net. */
function biases(layers: readonly Layer[], family: 'sd15' | 'sdxl', isUnet: boolean): [number, number] {
  let tensors = layers.reduce((sum, { count }) => sum + count, 0);
  let values = layers.reduce((sum, { out, count }) => sum + out * count, 0);
  if (!isUnet) return [tensors, values];
  for (const [width, blocks] of transformerBlocks[family]) {
    tensors -= 6 * blocks;
    values -= 6 * blocks * width;
  }
  return [tensors, values];
}

/** Transformer blocks of the U-Net by their width; each has two attentions. */
const transformerBlocks = { sd15: [[320, 5], [640, 5], [1280, 6]], sdxl: [[640, 10], [1280, 60]] } as const;

/** LoKr gives up the rank where it would not make the larger block smaller. */
function kroneckerSize(out: [number, number], width: [number, number], kernel: number, rank: number): [number, number] {
  const first = out[0] * width[0];
  if (rank < Math.max(out[1], width[1]) / 2) return [4, first + rank * (out[1] + width[1] * kernel) + 1];
  return [3, first + out[1] * width[1] * kernel + 1];
}

function layersOf(family: 'sd15' | 'sdxl', module: string, args: ReadonlyMap<string, string>): { textEncoder: Layer[]; unet: Layer[] } | null {
  const isKohyas = ['networks.lora', 'networks.lora_fa', 'networks.dylora'].includes(module);
  const kind = isKohyas ? (args.has('conv_dim') ? 'kohya conv' : 'kohya') : module === LYCORIS ? (args.get('preset') ?? 'full') : '';
  const found = LAYERS[`${family} ${kind}`];
  return found ? { textEncoder: parse(found.textEncoder), unet: parse(found.unet) } : null;
}

function parse(text: string): Layer[] {
  return text.split(' ').map((row) => {
    const [shape = '', count = '1'] = row.split('*');
    const [out = 0, width = 0, ...kernel] = shape.split('x').map(Number);
    return { out, in: width, kernel: kernel.reduce((product, side) => product * side, 1), count: Number(count) };
  });
}

function factorOf(args: ReadonlyMap<string, string>): number {
  return Math.trunc(numberOf(args.get('factor'), -1));
}

/** Without a precision the values are saved as they are trained, in 32 bits unless all of it is in 16. */
function bytesEach(values: Effective): number {
  const precision = values['save_precision'];
  if (precision === 'fp16' || precision === 'bf16') return 2;
  return precision === undefined && (values['full_fp16'] === true || values['full_bf16'] === true) ? 2 : 4;
}

/** As LyCORIS reads a switch: anything but `false` is on. */
function isOn(text: string | undefined): boolean {
  return text !== undefined && text.toLowerCase() !== 'false';
}

function numberOf(value: unknown, otherwise: number): number {
  const number = typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : otherwise;
}
