import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecordedSave, Recording } from './recording.js';

/** Marks a file of the recorded trainer: it holds no weights. */
const mark = 'loradeck_recording';

/**
 * Writes the checkpoint that a recorded run saved: a small, valid safetensors file with the recorded metadata and a
 * single module of zeros, marked as made by a recording. A file that is not marked so is somebody's work and left alone.
 */
export function writeRecordedCheckpoint(folder: string, name: string, recording: Recording, save: RecordedSave): void {
  const path = join(folder, basename(save.file));
  if (existsSync(path) && !isRecordedCheckpoint(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, safetensors({ ...metadataOf(recording, save), [mark]: name }));
}

/** Removes a checkpoint as the recorded run did; only one that a recording made. */
export function removeRecordedCheckpoint(folder: string, file: string): void {
  const path = join(folder, basename(file));
  if (isRecordedCheckpoint(path)) rmSync(path, { force: true });
}

/** Was this file made by a recorded run? False for anything that cannot be read as such. */
export function isRecordedCheckpoint(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const size = Buffer.alloc(8);
      readSync(file, size, 0, 8, 0);
      const header = Buffer.alloc(Math.min(Number(size.readBigUInt64LE()), 1 << 20));
      readSync(file, header, 0, header.length, 8);
      return header.toString('utf8').includes(`"${mark}"`);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** The recorded header with this file's own epoch and steps; the essential keys where the recording has no header. */
function metadataOf(recording: Recording, save: RecordedSave): Record<string, string> {
  return { ...(recording.metadata ?? essentialMetadata(recording)), ss_epoch: save.epoch, ss_steps: save.steps };
}

function essentialMetadata({ settings, planned }: Recording): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const key of ['num_epochs', 'max_train_steps', 'num_train_images', 'num_reg_images', 'num_batches_per_epoch']) {
    if (typeof planned[key] === 'number') metadata[`ss_${key}`] = String(planned[key]);
  }
  const copied = ['output_name', 'network_module', 'network_dim', 'network_alpha', 'learning_rate', 'unet_lr', 'lr_scheduler'];
  for (const key of [...copied, 'resolution', 'seed', 'clip_skip', 'mixed_precision', 'min_snr_gamma']) {
    const value = settings[key];
    if (typeof value === 'string' || typeof value === 'number') metadata[`ss_${key}`] = String(value);
  }
  const model = settings['pretrained_model_name_or_path'];
  if (typeof model === 'string') metadata['ss_sd_model_name'] = basename(model);
  const module: unknown = settings['network_args'];
  if (Array.isArray(module)) metadata['ss_network_args'] = JSON.stringify(keyValues(module));
  return metadata;
}

/** `["algo=lokr"]` → `{algo: "lokr"}`, as the trainer writes it. */
function keyValues(pairs: readonly unknown[]): Record<string, string> {
  return Object.fromEntries(pairs.map(String).map((pair) => [pair.split('=')[0] ?? '', pair.slice(pair.indexOf('=') + 1)]));
}

/** A safetensors file with one rank-1 module of zeros: length of the header, header, data. */
function safetensors(metadata: Record<string, string>): Buffer {
  const module = 'lora_unet_mid_block_attentions_0_transformer_blocks_0_attn1_to_q';
  const header = {
    __metadata__: metadata,
    [`${module}.alpha`]: { dtype: 'F16', shape: [], data_offsets: [0, 2] },
    [`${module}.lora_down.weight`]: { dtype: 'F16', shape: [1, 8], data_offsets: [2, 18] },
    [`${module}.lora_up.weight`]: { dtype: 'F16', shape: [8, 1], data_offsets: [18, 34] },
  };
  const text = Buffer.from(JSON.stringify(header));
  // The format wants the data aligned to 8 bytes; spaces at the header's end are its padding.
  const padded = Buffer.concat([text, Buffer.alloc((8 - (text.length % 8)) % 8, ' ')]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([size, padded, Buffer.alloc(34)]);
}
