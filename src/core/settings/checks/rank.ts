import type { Finding } from '../../checks/finding.js';
import { isRanked, type NetworkType } from '../network.js';
import { finding, number, setTo, type Look } from './context.js';

/** S18 with L01, L02, L04 and Y01: rank and alpha by algorithm and optimizer. */
export function checkRank(look: Look): Finding[] {
  if (!isRanked(look.network) || look.network.module === null) return [];
  return [...checkDim(look), ...checkAlpha(look)];
}

function checkDim(look: Look): Finding[] {
  const key = 'network_dim';
  const dim = number(look, key, 4);
  if (dim < 1) return [finding('S18', 'error', key, 'The rank is at least 1.', { blocks: true, fix: setTo(look, key, 32) })];
  const limit = limitOf(look.network.type);
  const name = look.network.type?.replace(/^(LyCORIS|Kohya) /, '') ?? 'a network';
  if (limit !== null && dim > limit) {
    return [
      finding(
        'S18',
        'warn',
        key,
        `A rank of ${dim} is over the limit of ${limit} for ${name === 'Standard' ? 'LoRA' : name}: the file grows, and results may get worse.`,
        { fix: setTo(look, key, advised(look.network.type)) },
      ),
    ];
  }
  if (look.goal === 'style' && dim > 32 && limit !== null && !name.endsWith('DyLoRA')) {
    return [
      finding(
        'S18',
        'warn',
        key,
        `A style wants a rank of 32 or less${dim > 64 ? ', 64 at the very most' : ''}, and it is ${dim}.`,
        { fix: setTo(look, key, 32) },
      ),
    ];
  }
  if (name === 'LoCon' && dim > 32)
    return [finding('S18', 'info', key, `A rank of 32 is advised for LoCon, and it is ${dim}.`, { fix: setTo(look, key, 32) })];
  return [];
}

/** Null: the guide names no limit (LoKr, iA3, native; and what it does not speak of, such as Diag-OFT). */
function limitOf(type: NetworkType | null): number | null {
  switch (type) {
    case 'LyCORIS LoHa':
    case 'Kohya LoHa':
      return 32;
    case 'LyCORIS DyLoRA':
    case 'Kohya DyLoRA':
      return 128;
    case 'LyCORIS LoKr':
    case 'Kohya LoKr':
    case 'LyCORIS iA3':
    case 'LyCORIS native':
    case 'LyCORIS Diag-OFT':
    case 'LyCORIS BOFT':
    case 'Kohya OFT':
      return null;
    default:
      return 64;
  }
}

function advised(type: NetworkType | null): number {
  return type?.endsWith('DyLoRA') ? 128 : 32;
}

function checkAlpha(look: Look): Finding[] {
  const key = 'network_alpha';
  const alpha = number(look, key, 1);
  const dim = number(look, 'network_dim', 4);
  if (look.adaptive) {
    if (alpha === 1) return [];
    return [finding('S18', 'warn', key, `With ${look.optimizer} alpha is 1, and it is ${alpha}.`, { fix: setTo(look, key, 1) })];
  }
  const wanted = alphaFor(look.network.type, dim);
  if (wanted === null || alpha === wanted) return [];
  const rule = wanted === dim ? 'the rank' : 'half the rank';
  return [
    finding('S18', 'warn', key, `With ${look.optimizer} alpha is ${rule} (${wanted}), and it is ${alpha}.`, {
      fix: setTo(look, key, wanted),
    }),
  ];
}

/** Without an adaptive optimizer; null where the guide names none. */
function alphaFor(type: NetworkType | null, dim: number): number | null {
  if (type === 'Standard' || type === 'Kohya LoRA-FA') return dim;
  return type !== null && /(LoCon|LoHa|DyLoRA)$/.test(type) ? dim / 2 : null;
}
