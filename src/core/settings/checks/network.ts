import type { Finding } from '../../checks/finding.js';
import { isLycoris, PRESETS, trainsConvolutions } from '../network.js';
import { finding, number, on, setTo, type Look } from './context.js';

/** S05, S19, S20, L06, L08, Y01, and what LyCORIS and the trainer refuse. */
export function checkNetwork(look: Look): Finding[] {
  if (look.network.module === null) {
    return [
      finding('S05', 'error', 'lora_type', 'No type of network is chosen, so the trainer stops.', {
        blocks: true,
        fix: setTo(look, 'lora_type', 'Standard'),
      }),
    ];
  }
  return [...checkAlgorithm(look), ...checkConvolutions(look), ...checkNorms(look), ...checkStyle(look), ...checkArguments(look)];
}

function checkAlgorithm(look: Look): Finding[] {
  const { type, args } = look.network;
  const found: Finding[] = [];
  if (type === 'LyCORIS iA3') {
    found.push(
      finding(
        'L06',
        'error',
        'lora_type',
        'LyCORIS of today no longer has iA3 and stops; LoCon or Diag-OFT serve as generally, GLoRA serves styles.',
        { blocks: true, fix: setTo(look, 'lora_type', 'LyCORIS LoCon') },
      ),
    );
  }
  if (type === 'LyCORIS native') found.push(finding('L08', 'warn', 'lora_type', 'Native fine-tuning saves very large files.'));
  const preset = args.get('preset');
  if (
    isLycoris(look.network) &&
    preset !== undefined &&
    !(PRESETS as readonly string[]).includes(preset) &&
    !/[./\\]/.test(preset)
  ) {
    found.push(
      finding('S05', 'error', 'preset', `LyCORIS has no such preset and stops; it has ${PRESETS.slice(0, -1).join(', ')}.`, {
        blocks: true,
        fix: setTo(look, 'preset', 'full'),
      }),
    );
  }
  return found;
}

/** S19 and what DyLoRA demands (R-55, and LyCORIS' own). */
function checkConvolutions(look: Look): Finding[] {
  const { network } = look;
  const dim = number(look, 'network_dim', 4);
  const found: Finding[] = [];
  const conv = Number(network.args.get('conv_dim') ?? Number.NaN);
  if (network.type === 'LyCORIS DyLoRA') {
    const block = Number(network.args.get('block_size') ?? 4);
    if (dim % block !== 0)
      found.push(
        finding('L04', 'error', 'network_dim', `LyCORIS DyLoRA needs a rank that is a multiple of its block size ${block}.`, {
          blocks: true,
          fix: setTo(look, 'network_dim', Math.max(block, Math.round(dim / block) * block)),
        }),
      );
    if (conv % block > 0)
      found.push(
        finding('L04', 'error', 'conv_dim', `LyCORIS DyLoRA needs a conv rank that is a multiple of its block size ${block}.`, {
          blocks: true,
          fix: setTo(look, 'conv_dim', 16),
        }),
      );
  }
  if (network.type === 'Kohya DyLoRA' && conv > 0 && conv !== dim) {
    found.push(finding('R-55', 'error', 'network_args', "Kohya's DyLoRA needs a conv rank equal to the rank.", { blocks: true }));
  }
  if (!trainsConvolutions(network)) return found;
  // A huge rank is how LoKr is asked for whole blocks.
  if (conv > 16 && !network.type?.endsWith('LoKr'))
    found.push(
      finding('S19', 'warn', 'conv_dim', `A conv rank of ${conv} gains little over 16 and may harm.`, {
        fix: setTo(look, 'conv_dim', 16),
      }),
    );
  const alpha = Number(network.args.get('conv_alpha') ?? Number.NaN);
  if (conv > 0 && alpha !== 1 && !Number.isNaN(alpha)) {
    found.push(
      finding('S19', 'warn', 'conv_alpha', `The conv alpha is ${alpha}, and the guide's is 1.`, {
        fix: setTo(look, 'conv_alpha', 1),
      }),
    );
  }
  return found;
}

function checkNorms(look: Look): Finding[] {
  const key = 'scale_weight_norms';
  const value = number(look, key, 0);
  const deaf = /(native|GLoRA|DyLoRA|iA3)$/.exec(look.network.type ?? '')?.[1];
  if (value > 0 && deaf !== undefined)
    return [finding('S20', 'info', key, `${deaf === 'native' ? 'Native fine-tuning' : deaf} ignores scaled weight norms.`)];
  if (value > 1)
    return [
      finding(
        'S20',
        'info',
        key,
        `At ${value} weights are scaled less than at 1, and the result goes less well with other LoRAs.`,
        { fix: setTo(look, key, 1) },
      ),
    ];
  return [];
}

function checkStyle(look: Look): Finding[] {
  const fit = ['LyCORIS LoCon', 'Kohya LoCon', 'LyCORIS GLoRA', 'LyCORIS iA3'];
  const { type } = look.network;
  if (look.goal !== 'style' || type === null || fit.includes(type)) return [];
  return [
    finding('Y01', 'info', 'lora_type', `For a style LoCon or GLoRA is the better choice than ${type}.`, {
      fix: setTo(look, 'lora_type', 'LyCORIS LoCon'),
    }),
  ];
}

/** R-32 and the values that LyCORIS takes for true although they say no. */
function checkArguments(look: Look): Finding[] {
  const raw = look.values['network_args'];
  const list = Array.isArray(raw) ? raw.map(String) : [];
  const broken = list.some((item) => !item.includes('='));
  if (broken)
    return [finding('R-32', 'error', 'network_args', 'A network argument has no =, so the trainer stops.', { blocks: true })];
  if (!isLycoris(look.network)) return [];
  const flags = ['train_norm', 'use_tucker', 'use_scalar', 'dora_wd', 'rescaled', 'bypass_mode', 'rs_lora', 'full_matrix'];
  const twisted = flags.filter((flag) => /^(0|no|off|none)$/i.test(look.network.args.get(flag) ?? ''));
  if (on(look, 'network_args') && /^false$/i.test(look.network.args.get('decompose_both') ?? '')) twisted.push('decompose_both');
  return twisted.map((flag) => {
    const fixed = list.flatMap((item) =>
      item.startsWith(`${flag}=`) ? (flag === 'decompose_both' ? [] : [`${flag}=False`]) : [item],
    );
    const advice = flag === 'decompose_both' ? 'leave it out' : 'write False';
    return finding(
      'R-32',
      'error',
      'network_args',
      `LyCORIS takes ${flag}=${look.network.args.get(flag) ?? ''} for on; ${advice}.`,
      { fix: setTo(look, 'network_args', fixed) },
    );
  });
}
