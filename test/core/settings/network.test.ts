import { expect, test } from 'vitest';
import {
  effective,
  formatValue,
  isRelevant,
  NETWORK_TYPES,
  parseSettings,
  readNetwork,
  resolveSettings,
  setSetting,
  unsetSetting,
  type SettingsFile,
} from '../../../src/core/settings/index.js';

const read = (text: string | null) => parseSettings('/w/Hamburger', text);
const edited = (file: SettingsFile, key: string, value: string | number) => {
  const entry = setSetting(file, key, value).entries[0];
  return entry?.kind === 'text' ? read(entry.after) : file;
};

test.each(NETWORK_TYPES)('%s is read back as what was chosen, from every other type', (type) => {
  for (const from of NETWORK_TYPES) {
    const first = edited(read(''), 'lora_type', from);
    const then = edited(first, 'lora_type', type);
    expect(resolveSettings(then)['lora_type']?.value).toBe(type);
    const { module, args } = readNetwork(effective(then));
    expect(args.has('algo')).toBe(module === 'lycoris.kohya');
    if (type === 'Standard') expect([...args.keys()]).toEqual([]);
    expect(args.has('factor')).toBe(type === 'LyCORIS LoKr');
  }
});

test('preset and conv values are written into network_args and read from there', () => {
  let file = read('# mine\nseed = 1\n');
  file = edited(file, 'preset', 'attn-mlp');
  expect(file.values['network_args']).toEqual(['algo=locon', 'preset=attn-mlp', 'conv_dim=16', 'conv_alpha=1']);
  expect(isRelevant('conv_dim', file)).toBe(false);
  file = edited(file, 'preset', 'full');
  file = edited(file, 'conv_dim', 8);
  file = edited(file, 'conv_alpha', 0.5);
  const all = resolveSettings(file);
  expect(all['conv_dim']).toMatchObject({ value: 8, from: 'you' });
  expect(all['conv_alpha']).toMatchObject({ value: 0.5, from: 'you' });
  expect(all['preset']).toMatchObject({ value: 'full', from: 'recipe' });
  expect(file.text?.startsWith('# mine\nseed = 1\n')).toBe(true);
});

test('unsetting a part gives the recipe back', () => {
  const file = edited(read(''), 'conv_dim', 8);
  const entry = unsetSetting(file, 'conv_dim').entries[0];
  const back = read(entry?.kind === 'text' ? entry.after : null);
  expect(resolveSettings(back)['conv_dim']).toMatchObject({ value: 16, from: 'guide' });
});

test('other arguments in network_args stay', () => {
  const file = edited(
    read('network_module = "lycoris.kohya"\nnetwork_args = ["algo=locon", "rank_dropout=0.1", "train_norm=True"]\n'),
    'lora_type',
    'LyCORIS LoHa',
  );
  expect(file.values['network_args']).toEqual([
    'algo=loha',
    'preset=full',
    'conv_dim=16',
    'conv_alpha=1',
    'rank_dropout=0.1',
    'train_norm=True',
  ]);
});

test('the recipe’s arguments are not handed to another module', () => {
  const file = read('network_module = "networks.lora"\n');
  expect(effective(file)['network_args']).toBeUndefined();
  expect(resolveSettings(file)['lora_type']?.value).toBe('Standard');
  expect(isRelevant('conv_dim', file)).toBe(false);
});

test.each([
  ['network_module = "lycoris.kohya"', 'LyCORIS LoCon'],
  ['network_module = "lycoris.kohya"\nnetwork_args = ["algo=full"]', 'LyCORIS native'],
  ['network_module = "networks.lora"\nnetwork_args = ["conv_dim=0"]', 'Standard'],
  ['network_module = "networks.lora"\nnetwork_args = ["conv_dim=4"]', 'Kohya LoCon'],
  ['network_module = "my.module"', 'my.module'],
])('%s is %s', (text, type) => {
  expect(formatValue(resolveSettings(read(`${text}\n`))['lora_type']?.value ?? null)).toBe(type);
});
