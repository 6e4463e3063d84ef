import type { Finding } from '../../checks/finding.js';
import { printable } from '../../printable.js';
import { nearestOf } from '../names.js';
import { isFoundOptimizer, optimizerNames } from '../optimizers.js';
import { isAdam } from '../recipe-values.js';
import { finding, number, on, setTo, text, unset, type Look } from './context.js';

const ADVISED = ['decouple=True', 'weight_decay=0.1', 'betas=0.9,0.99'];

/** S12, S13, S14, S24 and the trainer's rules about optimizers and schedulers. */
export function checkOptimizer(look: Look): Finding[] {
  return [...checkType(look), ...checkScheduler(look), ...checkArguments(look), ...checkMemory(look)];
}

function checkType(look: Look): Finding[] {
  const key = 'optimizer_type';
  if (on(look, 'use_8bit_adam') && on(look, 'use_lion_optimizer')) {
    return [
      finding('R-24', 'error', 'use_8bit_adam', 'Both old optimizer switches are on; the trainer refuses.', { blocks: true }),
    ];
  }
  const old = on(look, 'use_8bit_adam') ? 'use_8bit_adam' : on(look, 'use_lion_optimizer') ? 'use_lion_optimizer' : null;
  if (old !== null && on(look, key))
    return [
      finding('R-24', 'error', old, `${old} together with an optimizer type: the trainer refuses.`, {
        blocks: true,
        fix: setTo(look, old, false),
      }),
    ];
  if (/^(prodigy|dadaptadam|adamw|adamw8bit)$/i.test(look.optimizer)) return [];
  if (!isFoundOptimizer(look.optimizer)) {
    const near = nearestOf(look.optimizer, optimizerNames());
    const hint = near === null ? '' : ` Did you mean ${near}?`;
    return [
      finding(
        'R-33',
        'warn',
        key,
        `sd-scripts knows no optimizer ${printable(look.optimizer)}: it stops when torch.optim has no class of exactly this name.${hint}`,
        { fix: near === null ? null : setTo(look, key, near) },
      ),
    ];
  }
  return [
    finding(
      'S12',
      'info',
      key,
      `${printable(look.optimizer)} is none of the four optimizers that the guide finds worth using: Prodigy, DAdaptAdam, AdamW, AdamW8bit.`,
    ),
  ];
}

function checkScheduler(look: Look): Finding[] {
  const key = 'lr_scheduler';
  const scheduler = text(look, key, 'constant');
  const custom = text(look, 'lr_scheduler_type');
  if (custom === '' && scheduler === 'adafactor' && !/^adafactor$/i.test(look.optimizer)) {
    return [
      finding('R-35', 'error', key, 'The adafactor scheduler works with the Adafactor optimizer only; the trainer stops.', {
        blocks: true,
        fix: setTo(look, key, 'cosine'),
      }),
    ];
  }
  const found = checkWarmUp(look, scheduler, custom);
  if (custom !== '') return found;
  if (look.adaptive && scheduler !== 'cosine') {
    found.push(
      finding('S13', 'warn', key, `${look.optimizer} should use the cosine scheduler only, and it is ${printable(scheduler)}.`, {
        fix: setTo(look, key, 'cosine'),
      }),
    );
  } else if (isAdam(look.optimizer) && scheduler !== 'cosine_with_restarts') {
    found.push(
      finding(
        'S13',
        'info',
        key,
        `With ${look.optimizer} cosine_with_restarts is usually best, and it is ${printable(scheduler)}; with one cycle the two cosines are the same.`,
        { fix: setTo(look, key, 'cosine_with_restarts') },
      ),
    );
  }
  return found;
}

function checkWarmUp(look: Look, scheduler: string, custom: string): Finding[] {
  const key = 'lr_warmup_steps';
  if (number(look, key, 0) === 0) return [];
  if (custom === '' && !['constant', 'adafactor'].includes(scheduler)) return [];
  const what = custom === '' ? `the ${scheduler} scheduler` : 'a scheduler class of its own';
  return [
    finding('R-34', 'error', key, `The trainer refuses a warm-up with ${what}.`, { blocks: true, fix: setTo(look, key, 0) }),
  ];
}

function checkArguments(look: Look): Finding[] {
  const key = 'optimizer_args';
  const raw = look.values[key];
  const list = Array.isArray(raw) ? raw.map(String) : [];
  const wrong = list.find((item) => !isPythonArgument(item));
  if (wrong !== undefined) {
    return [
      finding(
        'R-31',
        'error',
        key,
        `The trainer cannot read “${printable(wrong)}”: arguments are name=value with a Python value, such as True, 0.1 or 0.9,0.99.`,
        { blocks: true, fix: mendedArguments(look, list) },
      ),
    ];
  }
  if (/^(prodigy|dadaptadam)$/i.test(look.optimizer)) {
    const decays = /^prodigy$/i.test(look.optimizer) ? ['weight_decay=0.1', 'weight_decay=0.15'] : ['weight_decay=0.1'];
    const bare = list.map((item) => item.replace(/\s/g, ''));
    const good =
      bare.includes('decouple=True') && bare.includes('betas=0.9,0.99') && decays.some((decay) => bare.includes(decay));
    return good
      ? []
      : [
          finding('S14', 'info', key, `The guide gives ${look.optimizer} the arguments ${ADVISED.join(' ')}.`, {
            fix: setTo(look, key, ADVISED),
          }),
        ];
  }
  if (!/^adamw(8bit)?$/i.test(look.optimizer) || list.length === 0) return [];
  const foreign = list.find((item) => /^(decouple|d_coef|d0|growth_rate|use_bias_correction|safeguard_warmup)=/.test(item));
  if (foreign !== undefined) {
    return [
      finding(
        'S14',
        'error',
        key,
        `${look.optimizer} has no argument ${printable(foreign.split('=')[0] ?? '')}, so the trainer would stop.`,
        { blocks: true, fix: unset(look, key) },
      ),
    ];
  }
  return [finding('S14', 'info', key, `The guide gives ${look.optimizer} no arguments.`, { fix: unset(look, key) })];
}

/** Does the trainer read `item`: exactly one `=`, and a literal of Python behind it? */
export function isPythonArgument(item: string): boolean {
  const parts = item.split('=');
  if (parts.length !== 2 || parts[0] === '') return false;
  const atom = String.raw`(?:True|False|None|[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|'[^'\\]*'|"[^"\\]*")`;
  const list = String.raw`${atom}(?:\s*,\s*${atom})*\s*,?`;
  return new RegExp(String.raw`^\s*(?:${list}|\(\s*(?:${list})?\s*\)|\[\s*(?:${list})?\s*\])\s*$`).test(parts[1] ?? '');
}

function mendedArguments(look: Look, list: readonly string[]): Finding['fix'] {
  const mended = list.map((item) =>
    item
      .replace(/=\s*true$/i, '=True')
      .replace(/=\s*false$/i, '=False')
      .replace(/=\s*none$/i, '=None'),
  );
  return mended.every(isPythonArgument) ? setTo(look, 'optimizer_args', mended) : null;
}

function checkMemory(look: Look): Finding[] {
  const key = 'gradient_checkpointing';
  if (!isAdam(look.optimizer) || on(look, key)) return [];
  return [
    finding(
      'S24',
      'info',
      key,
      `The guide turns gradient checkpointing on with ${look.optimizer}: it saves memory and costs time.`,
      { fix: setTo(look, key, true) },
    ),
  ];
}
