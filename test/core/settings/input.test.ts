import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatValue, parseValue, settingFor, stepValue, type Setting } from '../../../src/core/settings/index.js';
import { SETTINGS } from '../../../src/core/settings/table/index.js';
import { ARGUMENTS } from '../../../src/core/settings/table/arguments.js';

const row = (key: string): Setting => {
  const found = settingFor(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};
const typed = (key: string, text: string) => {
  const parsed = parseValue(row(key), text);
  return parsed.ok ? parsed.value : parsed.message;
};

test.each([
  ['network_dim', ' 16 ', 16],
  ['learning_rate', '1e-4', 1e-4],
  ['learning_rate', '.5', 0.5],
  ['text_encoder_lr', '[1, 5e-5]', [1, 5e-5]],
  ['resolution', '768', '768,768'],
  ['resolution', '832x1216', '832,1216'],
  ['flip_aug', 'off', false],
  ['xformers', 'True', true],
  ['lora_type', 'lycoris/locon', 'LyCORIS LoCon'],
  ['type', 'standard', 'Standard'],
  ['optimizer_type', 'prodigy', 'Prodigy'],
  ['optimizer_type', 'my.Optimizer', 'my.Optimizer'],
  ['optimizer_args', 'decouple=True  betas=0.9,0.99', ['decouple=True', 'betas=0.9,0.99']],
  ['caption_extension', 'txt', '.txt'],
  ['max_token_length', '225', 225],
  ['loss_type', 'huber', 'huber'],
  ['logging_dir', 'logs', 'logs'],
])('%s: %s', (key, text, value) => {
  expect(typed(key, text)).toEqual(value);
});

test.each([
  ['network_dim', '3.5', 'rank (dim) is a whole number.'],
  ['network_dim', '0', 'rank (dim) is at least 1.'],
  ['network_dim', '', 'rank (dim) needs a value.'],
  ['learning_rate', 'fast', 'learning rate is a number, as in 0.5 or 1e-4.'],
  ['learning_rate', '-1', 'learning rate is not below 0.'],
  ['learning_rate', 'Infinity', 'learning rate is a number, as in 0.5 or 1e-4.'],
  ['resolution', 'big', 'resolution is width,height in pixels, as in 768,768.'],
  ['mixed_precision', 'fp8', 'mixed precision is one of no, fp16, bf16.'],
  ['flip_aug', 'perhaps', 'flip at random is on or off.'],
  ['optimizer_args', 'decouple', 'optimizer arguments are name=value, separated by spaces; “decouple” is not.'],
  ['output_name', 'a\u001b[31m', 'output name is one line without control characters.'],
  ['max_token_length', '99', 'longest caption is one of 150, 225.'],
])('%s refuses %j', (key, text, message) => {
  expect(typed(key, text)).toBe(message);
});

test('nothing that is typed throws, and what is taken is taken again as it is shown', () => {
  const keys = [...SETTINGS.map(({ key }) => key), ...Object.keys(ARGUMENTS)];
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.,= -]{0,12}$/)), (key, text) => {
      const setting = row(key);
      const first = parseValue(setting, text);
      if (!first.ok) return;
      expect(parseValue(setting, formatValue(first.value))).toEqual(first);
    }),
    { numRuns: 2000 },
  );
});

test('arrows walk through steps and choices and stop at the ends', () => {
  expect(stepValue(row('network_dim'), 32, 1)).toBe(48);
  expect(stepValue(row('network_dim'), 20, 1)).toBe(24);
  expect(stepValue(row('network_dim'), 20, -1)).toBe(16);
  expect(stepValue(row('network_dim'), 128, 1)).toBe(128);
  expect(stepValue(row('network_dim'), null, 1)).toBe(1);
  expect(stepValue(row('flip_aug'), false, -1)).toBe(true);
  expect(stepValue(row('mixed_precision'), 'fp16', 1)).toBe('bf16');
  expect(stepValue(row('mixed_precision'), 'bf16', 1)).toBe('bf16');
  expect(stepValue(row('resolution'), '700,700', 1)).toBe('512,512');
  expect(stepValue(row('seed'), 5, -1)).toBe(4);
  expect(stepValue(row('seed'), 0, -1)).toBe(0);
  expect(stepValue(row('output_name'), 'x', 1)).toBe('x');
});

test('every row stands for an argument or is virtual, its steps rise, and its help is one line', () => {
  for (const setting of SETTINGS) {
    expect(setting.virtual === true || Object.hasOwn(ARGUMENTS, setting.key), setting.key).toBe(true);
    expect([...(setting.steps ?? [])].sort((a, b) => a - b)).toEqual(setting.steps ?? []);
    expect(setting.help).toMatch(/^[^\n]{10,130}$/);
    for (const rule of setting.rules) expect(rule).toMatch(/^(R-\d+|[A-Z]\d\d)$/);
  }
  expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
});
