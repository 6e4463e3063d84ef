import { describe, expect, test } from 'vitest';
import { axis, lossByStep, stepsOfEpoch } from '../../../src/screens/training/axis.js';

describe('the axis', () => {
  test('marks where epochs begin and files were saved', () => {
    expect(axis(40, 10, [20], 40)).toEqual({
      line: '┬─────────┬─────────◆─────────┬─────────',
      labels: 'epoch 1   epoch 2   epoch 3   epoch 4   ',
    });
    expect(axis(40, 10, [], 36).labels).toBe('1        2        3        4        ');
    expect(axis(100, null, [100], 10)).toEqual({ line: '─────────◆', labels: ' '.repeat(10) });
    expect(axis(1000, 10, [], 40).labels.trim()).toMatch(/^1 +\d+ +\d+/);
  });

  test('knows the steps of an epoch with accumulation and with a last epoch that is cut short', () => {
    expect(stepsOfEpoch({ total_steps: 400, total_epochs: 10, batches_per_epoch: 40 })).toBe(40);
    expect(stepsOfEpoch({ total_steps: 95, total_epochs: 10, batches_per_epoch: 10 })).toBe(10);
    expect(stepsOfEpoch({ total_steps: 100, total_epochs: 10, batches_per_epoch: 20 })).toBe(10);
    expect(stepsOfEpoch({ total_steps: null, total_epochs: 10, batches_per_epoch: 20 })).toBeNull();
  });

  test('puts a loss where its step is', () => {
    expect(lossByStep({ step: [1, 3], average_loss: [0.5, 'nan'] }, 5)).toEqual([0.5, 'nan', 'nan', 'nan', 'nan']);
    expect(lossByStep({ step: [], average_loss: [] }, null)).toEqual([]);
  });
});
