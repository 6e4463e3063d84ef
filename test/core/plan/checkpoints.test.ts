import { expect, test } from 'vitest';
import { checkpointsOf } from '../../../src/core/plan/checkpoints.js';

const files = (values: object, steps = { batchesPerEpoch: 8, stepsPerEpoch: 8, epochs: 5, totalSteps: 40 }) =>
  checkpointsOf({ output_name: 'a', ...values }, steps).map(({ file, removed }) => (removed ? `(${file})` : file));

test('every so many epochs, the last under the plain name', () => {
  expect(files({ save_every_n_epochs: 2 })).toEqual(['a-000002.safetensors', 'a-000004.safetensors', 'a.safetensors']);
  expect(files({ save_every_n_epochs: 5, save_model_as: 'pt' })).toEqual(['a.pt']);
  expect(files({ save_n_epoch_ratio: 2 })).toEqual(files({ save_every_n_epochs: 2 }));
  expect(files({ output_name: '', save_every_n_epochs: 4 })).toEqual(['epoch-000004.safetensors', 'last.safetensors']);
});

test('every so many steps, the last step too', () => {
  expect(files({ save_every_n_steps: 20 })).toEqual(['a-step00000020.safetensors', 'a-step00000040.safetensors', 'a.safetensors']);
});

test('the last ones are kept, of the same kind only', () => {
  expect(files({ save_every_n_epochs: 1, save_last_n_epochs: 2 })).toEqual([
    '(a-000001.safetensors)', '(a-000002.safetensors)', 'a-000003.safetensors', 'a-000004.safetensors', 'a.safetensors',
  ]);
  expect(files({ save_every_n_steps: 10, save_last_n_steps: 10 })).toEqual([
    '(a-step00000010.safetensors)', '(a-step00000020.safetensors)', 'a-step00000030.safetensors', 'a-step00000040.safetensors', 'a.safetensors',
  ]);
  expect(files({ save_every_n_steps: 20, save_last_n_epochs: 1 })).toHaveLength(3);
});
