import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barEvent, parseBar } from '../../../src/core/training/bar.js';
import type { StepEvent } from '../../../src/core/training/events.js';
import { readStepFrame } from '../../../src/core/training/step-frame.js';

const step = (frame: string): StepEvent => {
  const bar = parseBar(frame);
  const event = bar && barEvent(bar);
  if (event?.kind !== 'step') throw new Error(`not a frame of the training bar: ${frame}`);
  return event;
};

const fast = (frame: string): StepEvent | null => {
  const bytes = new TextEncoder().encode(frame);
  return readStepFrame(bytes, 0, bytes.length);
};

describe('a frame of the training bar', () => {
  it('holds step, total, times, pace and loss', () => {
    expect(step('steps:  26%|██▌       | 14/54 [00:20<01:00,  1.50s/it, avr_loss=1.02]')).toEqual({
      kind: 'step',
      step: 14,
      total: 54,
      average_loss: 1.02,
      key_norm: null,
      keys_scaled: null,
      seconds_per_step: 1.5,
      elapsed_s: 20,
      eta_s: 60,
    });
  });

  it('has neither pace nor rest at the beginning', () => {
    expect(step('steps:   0%|          | 0/54 [00:00<?, ?it/s]')).toMatchObject({
      step: 0,
      average_loss: null,
      seconds_per_step: null,
      eta_s: null,
    });
  });

  it.each([
    ['nan', 'nan'],
    ['inf', 'nan'],
    ['-inf', 'nan'],
    ['1.23e-5', 1.23e-5],
    ['1.2e+3', 1200],
    ['1', 1],
    ['-0.5', -0.5],
    ['1.2.3', null],
    ['tensor(nan)', 'nan'],
    ['tensor', null],
  ])('reads a loss of %s', (text, value) => {
    expect(step(`steps:  50%|█████     | 2/4 [00:00<00:00,  4.27it/s, avr_loss=${text}]`).average_loss).toBe(value);
  });

  it.each([
    ['59:59', 3599],
    ['1:00:00', 3600],
    ['27:46:40', 100_000],
    ['1:02:03:04', 93_784],
    ['1 day, 2:03:04', 93_784],
    ['2 days, 00:00:01', 172_801],
    ['?', null],
    ['soon', null],
  ])('reads a rest of %s', (text, value) => {
    expect(step(`steps:  50%|█████     | 2/4 [00:10<${text},  4.27it/s, avr_loss=1]`)).toMatchObject({
      eta_s: value,
      elapsed_s: 10,
      average_loss: 1,
    });
  });

  it.each([
    ['4.00it/s', 0.25],
    ['1.50s/it', 1.5],
    ['2.00step/s', 0.5],
    ['3.00s/step', 3],
    ['0.00it/s', null],
    ['5.00furlongs', null],
    ['?it/s', null],
  ])('reads a pace of %s', (text, value) => {
    expect(step(`steps:  50%|█████     | 2/4 [00:10<00:10,  ${text}, avr_loss=1]`)).toMatchObject({
      seconds_per_step: value,
      average_loss: 1,
    });
  });

  it('passes over keys that it does not know, and takes the norms', () => {
    const frame =
      'steps:   8%|▊         | 2/24 [00:00<00:03,  6.51it/s, Average key norm=0.298, GPU temp=71 C, Keys Scaled=241, avr_loss=0.668, x=?]';
    expect(step(frame)).toMatchObject({ key_norm: 0.298, keys_scaled: 241, average_loss: 0.668 });
  });

  it.each([
    ['tensor(0.3635)', 'tensor(59)', 0.3635, 59],
    ["tensor(1.5e-05, device='cuda:0')", "tensor(59., device='cuda:0')", 0.000015, 59],
    ["tensor(2., device='cuda:0', dtype=torch.bfloat16)", 'tensor(nan)', 2, null],
  ])('reads norms that are %s and %s', (norm, scaled, key_norm, keys_scaled) => {
    const frame = `steps:  33%|███▎      | 10/30 [00:02<00:04,  4.17it/s, Average key norm=${norm}, Keys Scaled=${scaled}, avr_loss=1.05]`;
    expect(step(frame)).toMatchObject({ key_norm, keys_scaled, average_loss: 1.05 });
  });

  it('takes no number that a narrow terminal may have cut', () => {
    const whole = 'steps:  62%|██████    | 10/16 [00:01<00:05,  8.15it/s, Average key norm=0.298, avr_loss=1.05]';
    for (let length = whole.indexOf('/'); length < whole.length; length++) {
      const bar = parseBar(whole.slice(0, length));
      if (!bar) continue;
      expect(bar.whole).toBe(false);
      expect([bar.done, 10]).toEqual([10, 10]);
      expect([null, 16]).toContain(bar.total);
      expect([null, 1]).toContain(bar.elapsed_s);
      expect([null, 5]).toContain(bar.eta_s);
      expect([null, 1 / 8.15]).toContain(bar.seconds_each);
      expect([undefined, '0.298']).toContain(bar.values['Average key norm']);
      expect(bar.values.avr_loss).toBeUndefined();
    }
  });

  it.each([
    'bucket_reso_steps: 64',
    'sample_steps: 4',
    '  gradient accumulation steps / 勾配を合計するステップ数 = 1',
    '  total optimization steps / 学習ステップ数: 54',
    'loss fell by 40%| since | 3 hours',
  ])('is not “%s”', (text) => expect(parseBar(text)).toBeNull());

  it.each(['validation steps', 'epoch validation steps', 'read caption', ''])('is not the bar “%s”', (label) => {
    const bar = parseBar(`${label && `${label}: `} 12%|#3        | 1/8 [00:00<00:00, 15.20it/s, val_avg_loss=1.09]`);
    expect(bar && barEvent(bar)).toEqual({ kind: 'bar', label, done: 1, total: 8, values: { val_avg_loss: '1.09' } });
  });
});

describe('the short cut over bytes', () => {
  const digits = fc.integer({ min: 0, max: 99_999 });
  const decimal = fc.tuple(digits, fc.integer({ min: 0, max: 6 })).map(([value, places]) => (value / 10 ** places).toFixed(places));
  const clock = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 10, max: 59 })).map(([m, s]) => `${String(m).padStart(2, '0')}:${s}`),
    fc.tuple(digits, fc.integer({ min: 10, max: 59 })).map(([h, m]) => `${h}:${m}:07`),
    fc.constantFrom('?', '1:02:03:04', '1 day, 02:03:04'),
  );
  const value = fc.oneof({ weight: 5, arbitrary: decimal }, fc.constantFrom('nan', 'inf', '1.2e-05', '?', '', '3.'), decimal.map((text) => `tensor(${text})`), decimal.map((text) => `tensor(${text}, device='cuda:0')`));
  const pair = fc.tuple(fc.constantFrom('avr_loss', 'Average key norm', 'Keys Scaled', 'lr'), value).map(([key, text]) => `, ${key}=${text}`);
  const frame = fc
    .tuple(
      fc.constantFrom('steps: ', 'steps:   ', 'validation steps: ', ''),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('██▌       ', '##5       ', ''),
      digits,
      digits,
      clock,
      clock,
      fc.oneof(decimal, fc.constant('?')),
      fc.constantFrom('it/s', 's/it', 'key/s'),
      fc.array(pair, { maxLength: 4 }),
    )
    .map(([label, percent, cells, n, total, elapsed, eta, rate, unit, pairs]) => {
      return `${label}${percent}%|${cells}| ${n}/${total} [${elapsed}<${eta}, ${rate}${unit}${pairs.join('')}]`;
    });

  it('reads what the grammar reads, or leaves it to the grammar', () => {
    let taken = 0;
    fc.assert(
      fc.property(frame, (text) => {
        const event = fast(text);
        if (!event) return;
        taken++;
        expect(event).toEqual(step(text));
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('takes the frames of a usual run', () => {
    const usual = 'steps:   8%|▊         | 2/24 [00:00<00:03,  6.51it/s, Average key norm=0.298, Keys Scaled=241, avr_loss=0.668]';
    expect(fast(usual)).toEqual(step(usual));
    const nan = 'steps: 100%|██████████| 24/24 [1:00:00<00:00,  6.51s/it, avr_loss=nan]';
    expect(fast(nan)).toEqual(step(nan));
  });
});
