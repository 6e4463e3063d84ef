import { printable } from '../printable.js';
import type { RunError } from './run-state.js';

/** One way in which a run fails. `sign` is looked for in "type: message". */
interface Cause {
  sign: RegExp;
  cause: string;
  advice: string;
  /** An earlier log record that names the file concerned: its first group. */
  note?: RegExp;
}

/** The failures known, most particular first. */
const CAUSES: Cause[] = [
  {
    sign: /CUDA out of memory|OutOfMemoryError|CUDA error: out of memory|CUBLAS_STATUS_ALLOC_FAILED/,
    cause: 'The graphics card ran out of memory.',
    advice: 'Lower the resolution or the batch size, switch gradient checkpointing on, or cache the latents.',
  },
  {
    sign: /can't allocate memory|Cannot allocate memory|^MemoryError|std::bad_alloc|Unable to allocate/,
    cause: 'The computer ran out of main memory.',
    advice: 'Lower the batch size or the resolution, use fewer data loader workers, or cache latents to disk.',
  },
  {
    sign: /No space left on device|StorageFull|code: 28\b/,
    cause: 'The disk is full.',
    advice: 'Make room in the output folder, or save less often.',
  },
  {
    sign: /Permission ?[Dd]enied|PermissionError|Read-only file system/,
    cause: 'The trainer may not write where it wanted to.',
    advice: 'Choose an output folder that you may write to (S04).',
  },
  {
    sign: /caption file is empty/,
    cause: 'A caption file is empty.',
    advice: 'Give it at least the activation tag (T01).',
  },
  {
    sign: /^UnicodeDecodeError/,
    cause: 'A caption or configuration file is not UTF-8.',
    advice: 'Normalise the captions (T12).',
    note: /illegal char in file[^:]*: ?(.+)$/,
  },
  {
    sign: /^UnicodeEncodeError/,
    cause: 'The console cannot show the Japanese half of the trainer’s messages.',
    advice: 'Set PYTHONUTF8=1 for the trainer.',
  },
  {
    sign: /^ZeroDivisionError/,
    cause: 'The size of an image could not be read',
    advice: 'Re-encode the image or leave it out (D15).',
    note: /failed to get image size: ?([^,]+)/,
  },
  {
    sign: /image file is truncated|cannot identify image file|broken data stream|UnidentifiedImageError/,
    cause: 'An image is damaged',
    advice: 'Re-encode the image or leave it out (D15).',
    note: /Error loading file: ?(.+)$/,
  },
  {
    sign: /TomlDecodeError/,
    cause: 'The configuration is not valid TOML.',
    advice: 'Correct the line that the message names.',
  },
  {
    sign: /\.toml not found/,
    cause: 'The configuration file is not there.',
    advice: 'Check the path given with --config_file.',
  },
  {
    sign: /unrecognized arguments|invalid choice|expected (?:one|at least one) argument|invalid \w+ value/,
    cause: 'The trainer does not know an argument, or not this value of it.',
    advice: 'Remove it, or use the version of sd-scripts that has it.',
  },
  {
    sign: /neither a valid local path nor a valid repo id|pretrained_model_name_or_path|Repository Not Found/,
    cause: 'The base model was not found.',
    advice: 'Check the path of the base model (S01).',
  },
  {
    sign: /bitsandbytes/,
    cause: 'bitsandbytes, which the 8-bit optimizers need, is not installed.',
    advice: 'Install it in the trainer’s environment, or choose AdamW or Prodigy (S12).',
  },
  {
    sign: /Setting different lr values in different parameter groups/,
    cause: 'Prodigy and D-Adaptation take only one learning rate.',
    advice: 'Give U-Net and text encoder the same rate, or 0 to the one that is not trained (S15).',
  },
  {
    sign: /module 'torch\.optim' has no attribute/,
    cause: 'There is no optimizer of this name.',
    advice: 'Correct optimizer_type (S12).',
  },
  {
    sign: /No module named 'xformers/,
    cause: 'xformers is not installed.',
    advice: 'Use sdpa in its place (S27).',
  },
  {
    sign: /No module named '(?:networks|lycoris)[.']/,
    cause: 'There is no network module of this name.',
    advice: 'Correct network_module, or install LyCORIS in the trainer’s environment (S05).',
  },
  {
    sign: /^ModuleNotFoundError|^ImportError/,
    cause: 'A Python package that the trainer needs is not installed.',
    advice: 'Install it in the trainer’s environment.',
  },
  {
    sign: /^KeyError: '(?:ia3|[a-z-]*(?:oft|lora|loha|lokr|locon|full))'/,
    cause: 'The installed LyCORIS does not have this algorithm.',
    advice: 'Choose another algorithm (S05).',
  },
  {
    sign: /einsum\(\).*does not broadcast|size mismatch for|shapes cannot be multiplied/,
    cause: 'The network does not fit the layers of the base model.',
    advice: 'Choose another algorithm or rank, or weights made for this kind of model (S03, S05).',
  },
  {
    sign: /same dtype|mixed dtype|expected scalar type|not implemented for 'Half'|Half != float/,
    cause: 'Parts of the model are computed in different precisions.',
    advice: 'Use the same value for mixed_precision and save_precision (S09); without a graphics card, “no”.',
  },
  {
    sign: /no kernel image is available|not compiled with CUDA|No CUDA GPUs are available|Found no NVIDIA driver/,
    cause: 'PyTorch cannot use the graphics card.',
    advice: 'Install a build of PyTorch that fits the card and its driver.',
  },
];

/** Why the trainer failed: an exception (or a refusal) with its known cause and what to change. */
export function explainFault(type: string, message: string, notes: readonly string[]): RunError {
  const text = `${type}: ${message}`;
  const known = CAUSES.find(({ sign }) => sign.test(text));
  const file = known?.note && notes.map((note) => known.note?.exec(note)?.[1]?.trim()).find(Boolean);
  const cause = known === undefined ? null : file ? `${known.cause.replace(/\.$/, '')}: ${printable(file)}` : stop(known.cause);
  return { type: printable(type), message: printable(message), cause, advice: known?.advice ?? null };
}

/** A trainer that died of a signal which nobody sends on purpose. */
export function explainSignal(signal: string): RunError {
  return {
    type: signal,
    message: `the trainer died of ${signal}`,
    cause: 'The trainer crashed in native code.',
    advice: 'Check the versions of PyTorch and the driver; try without xformers and without 8-bit optimizers.',
  };
}

function stop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
