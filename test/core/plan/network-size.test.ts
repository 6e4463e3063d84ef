import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { networkSize } from '../../../src/core/plan/network-size.js';

type Row = ['sd15' | 'sdxl', string, Record<string, string>, number, 'both' | 'unet', number, number];

/** Counted by sd-scripts and LyCORIS on the true layers. */
const counted = JSON.parse(readFileSync(new URL('../../../fixtures/plans/network-sizes.json', import.meta.url), 'utf8')) as Row[];

function sizeOf([family, module, args, dim, trains]: Row, more: object = {}) {
  const list = Object.entries(args).map(([key, value]) => `${key}=${value}`);
  const unetOnly = trains === 'unet' && { network_train_unet_only: true };
  return networkSize({ network_module: module, network_args: list, network_dim: dim, save_precision: 'fp16', ...unetOnly, ...more }, family);
}

test('tensors and values of every network that was counted', () => {
  expect(counted).toHaveLength(270);
  for (const row of counted) {
    const [tensors, values] = row.slice(5);
    expect({ row, ...sizeOf(row) }).toEqual({ row, tensors, values, bytes: Number(values) * 2 });
  }
});

test('twice the bytes in 32 bits, none where the shape is not known', () => {
  const row: Row = ['sd15', 'networks.lora', {}, 8, 'both', 792, 4_718_856];
  expect(sizeOf(row, { save_precision: 'float' })?.bytes).toBe(4 * 4_718_856);
  expect(networkSize({ network_module: 'networks.oft' }, 'sd15')).toBeNull();
  expect(networkSize({ network_module: 'networks.lora' }, 'sd2')).toBeNull();
  expect(networkSize({ network_module: 'lycoris.kohya', network_args: ['preset=mine.toml'] }, 'sd15')).toBeNull();
  expect(networkSize({ network_module: 'lycoris.kohya', network_args: ['dora_wd=True'] }, 'sd15')).toBeNull();
});
