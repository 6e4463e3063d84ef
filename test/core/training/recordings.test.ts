import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conclude } from '../../../src/core/training/conclude.js';
import { createTrainerReader, type TrainerReader } from '../../../src/core/training/reader.js';
import type { RunState } from '../../../src/core/training/run-state.js';
import { exceptionsFor, textHoldsEnd, type Field } from './exceptions.js';
import { failures } from './failures.js';
import { chunksOf, endOf, everyMode, recut, truthOf, type Chunk, type Truth } from './recordings.js';

function read(chunks: Chunk[]): TrainerReader {
  const reader = createTrainerReader();
  for (const { bytes, stream } of chunks) reader.push(bytes, stream);
  reader.end();
  return reader;
}

/** What the state has to be, from the truth that was recorded beside the output and not taken from it. */
function expected(name: string, truth: Truth): Partial<Record<Field, unknown>> {
  const { planned, done } = truth;
  const perEpoch = planned.num_batches_per_epoch;
  const fields: Partial<Record<Field, unknown>> = {
    outcome: outcome(name, truth.ended),
    checkpoints: truth.checkpoints.map(({ path, ss_epoch, ss_steps }) => ({
      file: basename(path),
      // Saves by step carry the number of epochs done, the others the epoch that they end.
      epoch: Number(ss_epoch) + (/-step\d{8}\./.test(path) ? 1 : 0),
      step: Number(ss_steps),
    })),
    states: truth.states.map(({ dir }) => dir),
    removed: [...truth.checkpoints.filter((file) => file.t_removed).map(({ path }) => basename(path)),
      ...truth.states.filter((state) => state.t_removed).map(({ dir }) => dir)].sort(),
    error: failures[name] ?? null,
  };
  if (perEpoch !== null && perEpoch !== undefined) {
    fields.total_steps = planned.max_train_steps;
    fields.total_epochs = planned.num_epochs;
    fields.train_images = planned.num_train_images;
    fields.reg_images = planned.num_reg_images;
    fields.batches_per_epoch = perEpoch;
  }
  if (done.optimizer_steps > 0) {
    fields.step = done.optimizer_steps;
    fields.epoch = done.last_epoch;
    const loss = done.final_avr_loss_as_tqdm;
    fields.average_loss = loss === 'nan' ? 'nan' : Number(loss);
    fields.nan = loss === 'nan';
    fields.series = series(truth);
  } else fields.average_loss = null;
  const validation = truth.validation_series.at(-1);
  if (validation) fields.validation_loss = Number(validation[4].toPrecision(3));
  return fields;
}

/** The last average of each step, as tqdm prints it. */
function series(truth: Truth): Record<string, unknown> {
  const rows = new Map<number, number | 'nan'>();
  for (const [, step, , , average] of truth.series) {
    if (step > 0) rows.set(step, average === null || !Number.isFinite(average) ? 'nan' : Number(average.toPrecision(3)));
  }
  return { step: [...rows.keys()], average_loss: [...rows.values()] };
}

function outcome(name: string, ended: string): string {
  if (ended === 'finished') return 'finished';
  if (ended === 'no-training-but-exit-0') return 'no-data';
  if (ended === 'signal:SIGINT') return 'interrupted';
  return ended.startsWith('signal:') || /^l_sig(?:kill|term)_/.test(name) ? 'killed' : 'failed';
}

function found(reader: TrainerReader, state: RunState): Record<Field, unknown> {
  const { error } = state;
  return {
    ...state,
    removed: [...state.removed].sort(),
    error: error && `${error.type}: ${error.message}`,
    series: reader.series(),
  };
}

const modes = everyMode();

it('finds recordings to read', () => {
  expect(modes.length).toBeGreaterThan(20);
});

describe.each(modes)('%s, %s', (name, mode) => {
  const chunks = chunksOf(name, mode);
  const truth = truthOf(name, mode);
  const exceptions = exceptionsFor(name, mode);
  const reader = read(chunks);
  const state = reader.state();
  const concluded = conclude(state, endOf(name, mode));

  it('reads to the truth', () => {
    const want = expected(name, truth);
    const got = found(reader, concluded);
    for (const { field, value } of exceptions) want[field] = value;
    const fields = Object.keys(want) as Field[];
    expect(Object.fromEntries(fields.map((field) => [field, got[field]]))).toEqual(want);
    expect(concluded.phase).toBe('ended');
  });

  it('states nothing about the end that the text does not hold', () => {
    expect([concluded.outcome, null]).toContain(state.outcome);
    expect(state.outcome !== null).toBe(textHoldsEnd(name, mode));
    expect(state.phase === 'ended').toBe(state.outcome !== null);
  });

  it.each([1, 7, 'whole'] as const)('reads the same in pieces of %s', (size) => {
    const again = read(recut(chunks, size));
    expect(again.state()).toEqual(state);
    expect(again.series()).toEqual(reader.series());
  });

  it('reads the key norms as the last frame that has them', () => {
    const text = Buffer.concat(chunks.map(({ bytes }) => bytes)).toString('latin1');
    const frames = [...text.matchAll(/Average key norm=(?:tensor\()?([\d.]+)\)?, Keys Scaled=(?:tensor\()?(\d+)/g)];
    const last = frames.at(-1);
    expect([state.key_norm, state.keys_scaled]).toEqual(last ? [Number(last[1]), Number(last[2])] : [null, null]);
    if (name.startsWith('b_')) expect(frames.length).toBeGreaterThan(0);
  });

  if (truth.ended.startsWith('error:')) {
    it('says why it failed and what to change', () => {
      if (concluded.outcome === 'killed') expect(concluded.error).toBeNull();
      else {
        expect(concluded.error?.cause).toMatch(/\S/);
        expect(concluded.error?.advice).toMatch(/\S/);
      }
    });
  }
});
