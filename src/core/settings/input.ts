import { printable } from '../printable.js';
import type { Setting, SettingValue } from './model.js';
import { ARGUMENTS } from './table/arguments.js';
import { findSetting } from './table/index.js';

export type Parsed = { ok: true; value: SettingValue } | { ok: false; message: string };

const refuse = (message: string): Parsed => ({ ok: false, message });
const accept = (value: SettingValue): Parsed => ({ ok: true, value });

/** Names under which people know a setting, accepted by the command. */
const names: Readonly<Record<string, string>> = { type: 'lora_type', lycoris_preset: 'preset' };

/** The row for a key: from the table, or made up from the list of the trainer's arguments; undefined when unknown. */
export function settingFor(key: string): Setting | undefined {
  const name = Object.hasOwn(names, key) ? (names[key] ?? key) : key;
  const row = findSetting(name);
  if (row) return row;
  const argument = Object.hasOwn(ARGUMENTS, name) ? ARGUMENTS[name] : undefined;
  if (!argument) return undefined;
  const kinds = {
    text: 'text',
    flag: 'toggle',
    integer: 'integer',
    number: 'number',
    'integer-or-number': 'number',
    texts: 'arguments',
    numbers: 'numbers',
  } as const;
  const choices = argument.choices?.map(String);
  const choice = choices !== undefined && argument.type === 'text';
  return {
    key: name,
    section: 'advanced',
    label: name,
    kind: choice ? 'choice' : kinds[argument.type],
    choices,
    default: argument.default,
    help: 'An argument of the trainer.',
    rules: [],
  };
}

/** Reads what a person typed for a setting. A refusal is one clear sentence. */
export function parseValue(setting: Setting, text: string): Parsed {
  const typed = text.trim();
  const { label, kind } = setting;
  if (typed === '' && kind !== 'arguments' && kind !== 'text' && kind !== 'path') return refuse(`${label} needs a value.`);
  if (/[\u0000-\u001f\u007f]/.test(typed)) return refuse(`${label} is one line without control characters.`);
  switch (kind) {
    case 'text':
    case 'path':
      return accept(typed);
    case 'toggle':
      return toggle(setting, typed);
    case 'integer':
      return integer(setting, typed);
    case 'number':
      return number(setting, typed);
    case 'numbers':
      return numbers(setting, typed);
    case 'choice':
      return choice(setting, typed);
    case 'arguments':
      return args(setting, typed);
  }
}

function toggle({ label }: Setting, typed: string): Parsed {
  if (/^(true|on|yes|1)$/i.test(typed)) return accept(true);
  return /^(false|off|no|0)$/i.test(typed) ? accept(false) : refuse(`${label} is on or off.`);
}

function integer(setting: Setting, typed: string): Parsed {
  // Adding 0 makes 0 of −0.
  const value = Number(typed) + 0;
  if (!/^[+-]?\d+$/.test(typed) || !Number.isSafeInteger(value)) return refuse(`${setting.label} is a whole number.`);
  const least = minimum[setting.key];
  return least !== undefined && value < least ? refuse(`${setting.label} is at least ${least}.`) : inChoices(setting, value);
}

function number(setting: Setting, typed: string): Parsed {
  const value = Number(typed) + 0;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed) || !Number.isFinite(value))
    return refuse(`${setting.label} is a number, as in 0.5 or 1e-4.`);
  return value < 0 ? refuse(`${setting.label} is not below 0.`) : accept(value);
}

function numbers(setting: Setting, typed: string): Parsed {
  const list: number[] = [];
  for (const item of typed
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((part) => part !== '')) {
    const parsed = number(setting, item);
    if (!parsed.ok) return parsed;
    list.push(parsed.value as number);
  }
  return list.length > 0 ? accept(list) : refuse(`${setting.label} needs a value.`);
}

function choice(setting: Setting, typed: string): Parsed {
  if (setting.key === 'resolution') return resolution(typed);
  if (setting.key === 'caption_extension') return accept(typed.startsWith('.') ? typed : `.${typed}`);
  const found = setting.choices?.find((known) => fold(known) === fold(typed));
  if (found !== undefined) return accept(found);
  return setting.open ? accept(typed) : refuse(`${setting.label} is one of ${setting.choices?.join(', ') ?? ''}.`);
}

/** `768`, `768,512`, `768x512`; the trainer takes the first two. */
function resolution(typed: string): Parsed {
  const match = /^(\d+)(?:\s*[,x×]\s*(\d+))?$/i.exec(typed);
  const width = Number(match?.[1] ?? 0);
  const height = Number(match?.[2] ?? match?.[1] ?? 0);
  if (width < 64 || height < 64 || width > 8192 || height > 8192)
    return refuse('resolution is width,height in pixels, as in 768,768.');
  return accept(`${width},${height}`);
}

function args({ label }: Setting, typed: string): Parsed {
  const items = typed.split(/\s+/).filter((item) => item !== '');
  const wrong = items.find((item) => !/^[^=]+=./.test(item));
  return wrong === undefined
    ? accept(items)
    : refuse(`${label} are name=value, separated by spaces; “${printable(wrong)}” is not.`);
}

function inChoices({ key, label }: Setting, value: number): Parsed {
  const choices = ARGUMENTS[key]?.choices;
  return choices && !choices.includes(value) ? refuse(`${label} is one of ${choices.join(', ')}.`) : accept(value);
}

const minimum: Readonly<Record<string, number>> = {
  train_batch_size: 1,
  max_train_epochs: 1,
  max_train_steps: 1,
  network_dim: 1,
  conv_dim: 0,
  clip_skip: 1,
  keep_tokens: 0,
  save_every_n_epochs: 0,
  gradient_accumulation_steps: 1,
  lr_scheduler_num_cycles: 1,
  min_bucket_reso: 64,
  max_bucket_reso: 64,
  max_data_loader_n_workers: 0,
  seed: 0,
};

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s/_-]+/g, '');
}

/**
 * The value that ← (−1) or → (+1) leads to: the next of the steps or choices, the other state of a switch. The same
 * value at either end, and where there is nothing to step through. From a value between two steps to the nearer side.
 */
export function stepValue(setting: Setting, value: SettingValue | null, direction: 1 | -1): SettingValue | null {
  if (setting.kind === 'toggle') return value !== true;
  const { choices, steps } = setting;
  if (setting.kind === 'choice' && choices) {
    const at = choices.indexOf(String(value));
    if (at < 0) return (direction > 0 ? choices[0] : choices.at(-1)) ?? value;
    return choices[at + direction] ?? value;
  }
  if (setting.kind !== 'integer' && setting.kind !== 'number') return value;
  const now = typeof value === 'number' ? value : null;
  if (now === null) return steps?.[0] ?? value;
  if (steps) return (direction > 0 ? steps.find((step) => step > now) : steps.findLast((step) => step < now)) ?? now;
  if (setting.kind !== 'integer') return now;
  return Math.max(minimum[setting.key] ?? 0, now + direction);
}
