import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude } from '../../../src/core/training/conclude.js';
import { firstLook } from '../../../src/core/training/first-look.js';
import { createTrainerReader } from '../../../src/core/training/reader.js';
import { stateToJson } from '../../../src/core/training/state-json.js';
import type { ReadState } from '../../../src/core/training/snapshot.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const fixture = (path: string): Uint8Array => readFileSync(join('fixtures/recordings', path));

function stateOf(text: string): ReadState {
  const reader = createTrainerReader();
  reader.push(encode(text));
  reader.end();
  return reader.state();
}

const plan = '  num batches per epoch / 1epoch: 10\n  num epochs / epoch: 3\n  gradient accumulation steps / = 1\n';
const frame = (n: number, loss = '0.5'): string => `\rsteps:  10%|█         | ${n}/30 [00:01<00:01,  1.00it/s, avr_loss=${loss}]`;

describe('bytes in any division', () => {
  const samples = ['j_validation/pty.bin', 'm_rich_tiny_40/pty.bin', 'l_sigint_ctrl_c/pty.bin', 'x_recommended_unbuffered_columns400/merged.bin'];

  it.each(samples)('give the same state: %s', (path) => {
    const bytes = fixture(path);
    const whole = createTrainerReader();
    whole.push(bytes);
    whole.end();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 40 }), (cuts) => {
        const reader = createTrainerReader();
        let from = 0;
        for (const cut of [...cuts.sort((a, b) => a - b), bytes.length]) {
          reader.push(bytes.subarray(from, cut));
          from = cut;
        }
        reader.end();
        expect(reader.state()).toEqual(whole.state());
        expect(reader.series()).toEqual(whole.series());
      }),
      { numRuns: 25 },
    );
  });

  it('never throw and give the same state when they are garbage', () => {
    const scraps = fc.constantFrom('steps:  1%|█| 1/9 [', ']', '%|', '\u001b]8;;', '\u001b[31m', '\r', '\n', 'Traceback (most recent call last):\n',
      'INFO     ', '2026-11-23 02:53:19 ERROR    ', 'saving checkpoint: ', 'avr_loss=', ' | 3/0 [00:0<?, ', 'epoch 9/3\n');
    const piece = fc.oneof(scraps.map(encode), fc.uint8Array({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const apart = createTrainerReader();
        for (const bytes of pieces) for (const byte of bytes) apart.push(Uint8Array.of(byte));
        apart.end();
        const whole = createTrainerReader();
        whole.push(Buffer.concat(pieces));
        whole.end();
        expect(apart.state()).toEqual(whole.state());
      }),
      { numRuns: 500 },
    );
  });

  it('give the same state when a line has no end', () => {
    const bytes = encode(`${'x]'.repeat(40_000)}%|${' ]'.repeat(40_000)}\nepoch 2/3\n`);
    const reader = createTrainerReader();
    for (let at = 0; at < bytes.length; at += 333) reader.push(bytes.subarray(at, at + 333));
    expect(reader.state().epoch).toBe(2);
    const whole = createTrainerReader();
    whole.push(bytes);
    expect(whole.state()).toEqual(reader.state());
  });
});

it('cuts a line without an end at the same place however it comes', () => {
  const bytes = encode(`${'x'.repeat(65_536)}${frame(7).slice(1)}`);
  const whole = createTrainerReader();
  whole.push(bytes);
  expect(whole.state().step).toBe(7);
  const apart = createTrainerReader();
  for (let at = 0; at < bytes.length; at += 1000) apart.push(bytes.subarray(at, at + 1000));
  expect(apart.state()).toEqual(whole.state());
});

it('does not take a link behind a cut frame for its end', () => {
  const cut = frame(7, '1.0').slice(0, -1);
  expect(stateOf(`${cut}\u001b]8;;file:///x\u001b\\x\u001b]8;;\u001b\\\r`)).toMatchObject({ step: 7, average_loss: null });
});

it('keeps the epoch when lines of earlier ones come late', () => {
  const late = `${frame(25)}2026-11-23 02:53:19 INFO     epoch is incremented. current_epoch: 2, epoch: 3   train_util.py:784\n\nepoch 1/3\n`;
  expect(stateOf(late)).toMatchObject({ epoch: 3, total_epochs: 3 });
});

it('reads a record behind a frame and its padding', () => {
  const blank = ' '.repeat(29);
  const record = `${' '.repeat(20)}INFO     epoch is incremented.             train_util.py:784\n${blank}current_epoch: 1, epoch: 2${' '.repeat(25)}\n`;
  expect(stateOf(`${frame(10)}    ${record}${frame(11)}`)).toMatchObject({ epoch: 2, step: 11 });
});

it('passes over a stale frame of an earlier step', () => {
  expect(stateOf(frame(5, '0.5') + frame(3, '0.9'))).toMatchObject({ step: 5, average_loss: 0.5 });
});

describe('live', () => {
  it('shows a step as soon as its frame is closed', () => {
    const reader = createTrainerReader();
    const bytes = encode(frame(7));
    expect(reader.push(bytes.subarray(0, -1))).toEqual([]);
    const before = reader.state();
    expect(before.step).toBeNull();
    expect(reader.push(bytes.subarray(-1))).toMatchObject([{ kind: 'step', step: 7 }]);
    expect(reader.state()).toMatchObject({ step: 7, total_steps: 30, phase: 'training' });
    expect(before.step).toBeNull();
  });

  it('gives the last frame of each step in one push, and keeps its curve to a row a step', () => {
    const reader = createTrainerReader();
    const events = reader.push(encode(frame(1, '0.9') + frame(2, '0.9') + frame(2, '0.8') + frame(3, '0.8')));
    expect(events.map((event) => event.kind === 'step' && [event.step, event.average_loss])).toEqual([[1, 0.9], [2, 0.8], [3, 0.8]]);
    expect(reader.series()).toEqual({ step: [1, 2, 3], average_loss: [0.9, 0.8, 0.8] });
  });

  it('returns the same state object until something is read', () => {
    const reader = createTrainerReader();
    reader.push(encode(frame(1)));
    const state = reader.state();
    expect(reader.state()).toBe(state);
    reader.push(encode(frame(2)));
    expect(reader.state()).not.toBe(state);
    expect(state.step).toBe(1);
  });

  it('names what the trainer does', () => {
    const reader = createTrainerReader();
    const phase = (text: string): string => {
      reader.push(encode(text));
      return reader.state().phase;
    };
    expect(phase('The following values were not passed to `accelerate launch`\n')).toBe('starting');
    expect(phase('prepare images.\n')).toBe('loading');
    expect(phase('caching latents...\n')).toBe('caching');
    expect(phase('\rsteps:   0%|          | 0/30 [00:00<?, ?it/s]')).toBe('training');
    expect(phase(frame(1))).toBe('training');
    expect(phase('\nsaving checkpoint: /o/a-step00000001.safetensors\n')).toBe('saving');
    expect(phase(frame(2))).toBe('training');
    expect(phase('\n\rvalidation steps:  12%|█▎        | 1/8 [00:00<00:00, 15.20it/s, val_avg_loss=1.09, timestep=200]')).toBe('validating');
    expect(phase('\ngenerating sample images at step / : 2\n')).toBe('sampling');
    expect(phase(frame(3))).toBe('training');
    expect(phase('model saved.\n')).toBe('ended');
    expect(phase(frame(3))).toBe('ended');
  });
});

describe('a save', () => {
  const saving = `${plan}epoch 1/3\n${frame(10)}\nsaving checkpoint: /o/a-000001.safetensors\n`;
  const done = { file: 'a-000001.safetensors', epoch: 1, step: 10 };

  it('counts once the trainer goes on', () => {
    expect(stateOf(saving)).toMatchObject({ checkpoints: [], unproven: done, phase: 'saving' });
    expect(stateOf(saving + frame(11)).checkpoints).toEqual([done]);
    expect(stateOf(`${saving}\nepoch 2/3\n`).checkpoints).toEqual([done]);
    expect(stateOf(`${saving}model saved.\n`).checkpoints).toEqual([done]);
  });

  it('counts not when its write error follows', () => {
    const failed = stateOf(`${saving}Traceback (most recent call last):\n  File "x.py"\nOSError: [Errno 28] No space left on device\n${frame(10)}\n`);
    expect(failed).toMatchObject({ checkpoints: [], outcome: 'failed', error: { type: 'OSError', cause: 'The disk is full.' } });
    expect(conclude(failed, { exit: 1 }).checkpoints).toEqual([]);
  });

  it('counts not when it is the last of all and its write error follows', () => {
    const last = `${plan}epoch 3/3\n${frame(30)}\nsaving checkpoint: /o/a.safetensors\n`;
    const error = 'Traceback (most recent call last):\n  File "x.py"\nOSError: [Errno 28] No space left on device\n';
    expect(stateOf(`${last}${error}${frame(30)}\n`)).toMatchObject({ outcome: 'failed', checkpoints: [] });
    expect(stateOf(`${last}${frame(30)}\n`)).toMatchObject({ outcome: 'finished', checkpoints: [{ file: 'a.safetensors' }] });
    expect(stateOf(`${last}${frame(30)}\n${error}`)).toMatchObject({ outcome: 'failed', checkpoints: [{ file: 'a.safetensors' }] });
  });

  it('is the last one whatever its name ends in', () => {
    const last = `${plan}epoch 3/3\n${frame(30)}\nsaving checkpoint: C:\\o\\a-000007.safetensors\nmodel saved.\n`;
    expect(stateOf(last).checkpoints).toEqual([{ file: 'a-000007.safetensors', epoch: 3, step: 30 }]);
  });

  it('ends where the next epoch began when the run was resumed within one', () => {
    const resumed = `${plan}epoch 2/3\n${frame(4)}\nsaving checkpoint: /o/a-000002.safetensors\nepoch 3/3\n${frame(5)}`;
    expect(stateOf(resumed).checkpoints).toEqual([{ file: 'a-000002.safetensors', epoch: 2, step: 4 }]);
  });

  it('finds its epoch and step when its line comes after the end', () => {
    const late = `${frame(30)}\nmodel saved.\n${plan}epoch 1/3\nsaving checkpoint: /o/a-step00000015.safetensors\nepoch 2/3\nsaving checkpoint: /o/a-000002.safetensors\nepoch 3/3\nsaving checkpoint: /o/a.safetensors\n`;
    expect(stateOf(late).checkpoints.map(({ epoch, step }) => [epoch, step])).toEqual([[2, 15], [2, 20], [3, 30]]);
  });
});

describe('an exception', () => {
  const traceback = (last: string, file = '/x/train_network.py'): string => `Traceback (most recent call last):\n  File "${file}", line 1\n    f()\n${last}\n`;

  it('is not the end when the trainer trains on', () => {
    const harmless = traceback("ModuleNotFoundError: No module named 'triton'");
    expect(stateOf(frame(1) + harmless).outcome).toBe('failed');
    expect(stateOf(frame(1) + harmless + frame(2))).toMatchObject({ outcome: null, error: null, phase: 'training' });
    expect(stateOf(`Exception ignored in: <function f>\n${harmless}`).outcome).toBeNull();
  });

  it('is the one before the launcher’s own', () => {
    const launcher = traceback("subprocess.CalledProcessError: Command '['x']' returned non-zero exit status 1.", '/v/accelerate/commands/launch.py');
    const text = `${frame(1)}${traceback('torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.')}${frame(1)}\n${launcher}`;
    expect(stateOf(text)).toMatchObject({ outcome: 'failed', error: { type: 'torch.OutOfMemoryError', cause: 'The graphics card ran out of memory.' } });
    expect(stateOf(launcher)).toMatchObject({ outcome: 'failed', error: null });
  });

  it('is a crash in native code when the launcher names such a signal', () => {
    const text = traceback("subprocess.CalledProcessError: Command '['x']' died with <Signals.SIGSEGV: 11>.", '/v/accelerate/commands/launch.py');
    expect(stateOf(text)).toMatchObject({ outcome: 'failed', error: { type: 'SIGSEGV' } });
  });

  it.each([
    ['l_truncated_image', 'An image is damaged: /home/user/lora/img/3_hmbrgrlora/003.png'],
    ['l_corrupt_image', 'The size of an image could not be read: /home/user/lora/img/3_hmbrgrlora/003.png'],
    ['l_caption_not_utf8', 'A caption or configuration file is not UTF-8: /home/user/lora/img/3_hmbrgrlora/002.txt'],
  ])('has its cause from an earlier record: %s', (name, cause) => {
    const reader = createTrainerReader();
    reader.push(fixture(`${name}/stderr.bin`));
    reader.end();
    expect(reader.state().error?.cause).toBe(cause);
  });

  it('cannot bring control characters to the screen', () => {
    expect(stateOf(traceback('ValueError: a\u0007\u001b[2Jb\u0000')).error?.message).toBe('a␇b␀');
  });
});

describe('the end of the process', () => {
  const running = stateOf(frame(5));

  it.each([
    [{ exit: null }, null],
    [{ exit: null, gone: true }, 'vanished'],
    [{ exit: 0 }, 'finished'],
    [{ exit: 1 }, 'failed'],
    [{ exit: 130 }, 'interrupted'],
    [{ exit: 137 }, 'killed'],
    [{ exit: 143 }, 'killed'],
    [{ exit: null, signal: 'SIGTERM' }, 'killed'],
    [{ exit: null, signal: 'SIGINT' }, 'interrupted'],
    [{ exit: 139 }, 'failed'],
  ])('%o is %s', (end, outcome) => {
    const state = conclude(running, end);
    expect(state.outcome).toBe(outcome);
    expect(state.phase).toBe(outcome === null ? 'training' : 'ended');
  });

  it('goes behind what the text says', () => {
    expect(conclude(stateOf(`${frame(5)}\nmodel saved.\n`), { exit: 1 }).outcome).toBe('finished');
    expect(conclude(stateOf('No data found. Please verify arguments / x\n'), { exit: 0 }).outcome).toBe('no-data');
    expect(conclude(stateOf('prepare images.\n'), { exit: 0 }).outcome).toBe('no-data');
  });

  it('proves the last save when it is a good one', () => {
    const text = `${plan}epoch 3/3\n${frame(30)}\nsaving checkpoint: /o/a.safetensors\n`;
    expect(stateOf(text).outcome).toBeNull();
    expect(conclude(stateOf(text), { exit: 0 })).toMatchObject({ outcome: 'finished', checkpoints: [{ file: 'a.safetensors', epoch: 3, step: 30 }] });
    expect(conclude(stateOf(text), { exit: 137 })).toMatchObject({ outcome: 'killed', checkpoints: [] });
  });
});

it('begins anew when a second run writes into the same log', () => {
  const first = `${plan}epoch 1/3\n${frame(12)}\nsaving checkpoint: /o/a-000001.safetensors\n${frame(13)}Traceback (most recent call last):\n  File\nOSError: x\n`;
  const second = `\rsteps:   0%|          | 0/30 [00:00<?, ?it/s]\nepoch 2/3\n${frame(1, '0.4')}`;
  expect(stateOf(first).outcome).toBe('failed');
  expect(stateOf(first + second)).toMatchObject({ outcome: null, error: null, step: 1, epoch: 2, average_loss: 0.4, checkpoints: [{ file: 'a-000001.safetensors', epoch: 1, step: 10 }] });
});

it('has a first look at a long log from its two ends', () => {
  const bytes = fixture('x_long_400_steps/pty.bin');
  const reader = createTrainerReader();
  reader.push(bytes);
  const { step, total_steps, epoch, total_epochs, average_loss, outcome, train_images } = reader.state();
  const look = firstLook(bytes.subarray(0, 40_000), bytes.subarray(-20_000));
  expect(look).toMatchObject({ step, total_steps, epoch, total_epochs, average_loss, outcome, train_images });
  expect(firstLook(bytes, bytes.subarray(0, 0))).toEqual(reader.state());
});

it('prints the fields of the contract in its order, and the curve on demand', () => {
  const reader = createTrainerReader();
  reader.push(encode(frame(1, 'nan')));
  const names = ['outcome', 'phase', 'step', 'total_steps', 'epoch', 'total_epochs', 'batches_per_epoch', 'train_images', 'reg_images',
    'average_loss', 'nan', 'key_norm', 'keys_scaled', 'validation_loss', 'seconds_per_step', 'elapsed_s', 'eta_s', 'last_output_s',
    'checkpoints', 'removed', 'states', 'samples', 'error', 'warnings'];
  expect(Object.keys(stateToJson(reader.state()))).toEqual(names);
  expect(Object.keys(stateToJson(reader.state(), reader.series()))).toEqual([...names, 'series']);
  expect(JSON.parse(JSON.stringify(stateToJson(reader.state(), reader.series())))).toMatchObject({
    average_loss: 'nan',
    nan: true,
    series: { step: [1], average_loss: ['nan'] },
  });
});
