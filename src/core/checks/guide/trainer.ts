import type { Level } from '../finding.js';
import type { GuideRule } from './rule.js';

/** R: what sd-scripts itself refuses, changes or passes over. */
export const trainerRules: readonly GuideRule[] = [
  r('R-1', 'error', 'cached latents and random pictures', 'cache_latents goes with neither color_aug nor random_crop.', 'A cached picture cannot be another one at every step; the trainer refuses.'),
  r('R-2', 'info', 'caching to disk', 'cache_latents_to_disk turns cache_latents on.', 'One needs the other.'),
  r('R-4', 'error', 'v-prediction loss', 'scale_v_pred_loss_like_noise_pred needs v_parameterization.', 'The trainer refuses it without.'),
  r('R-6', 'warn', 'zero terminal SNR', 'zero_terminal_snr is meant for v_parameterization.', 'Without it the trainer warns, and colours may be off.'),
  r('R-11', 'error', 'SDXL is not v2', 'v2 and SDXL are not set together.', 'The trainer refuses.'),
  r('R-12', 'info', 'clip skip with SDXL', 'SDXL training ignores clip_skip.', 'It warns and goes on.'),
  r('R-13', 'warn', 'clip skip with v2', 'clip_skip is not meant for v2 models.', 'The trainer warns.'),
  r('R-14', 'error', 'bucket steps', 'bucket_reso_steps is a multiple of 64, or of 32 for SDXL.', 'The trainer refuses others.'),
  r('R-15', 'info', 'bucket limits in steps', 'min_bucket_reso and max_bucket_reso are brought to whole steps.', 'The one is rounded down, the other up, with a warning.'),
  r('R-16', 'error', 'bucket limits and resolution', 'min_bucket_reso is not over the resolution, max_bucket_reso not under it.', 'The trainer refuses.'),
  r('R-17', 'info', 'bucket limits without upscaling', 'With bucket_no_upscale the limits of buckets are ignored.', 'Each picture keeps its own size, up to the area of the resolution.'),
  r('R-18', 'error', 'no buckets', 'Without buckets every picture must fit the resolution.', 'The run dies on the first that does not.'),
  r('R-19', 'error', 'resolution is needed', 'resolution is one number, or width,height.', 'Without it the trainer stops.'),
  r('R-21', 'error', 'full precision fits mixed precision', 'full_fp16 goes with mixed_precision fp16, full_bf16 with bf16.', 'The trainer refuses other pairs.'),
  r('R-24', 'error', 'one optimizer', 'The old switches for 8-bit Adam and Lion do not go with each other, nor with optimizer_type.', 'The trainer refuses.'),
  r('R-27', 'warn', 'adaptive and a small rate', 'Prodigy and DAdapt with a rate of 0.1 or less.', 'They multiply their own rate by it and learn next to nothing; the trainer warns.'),
  r('R-28', 'warn', 'adaptive and several rates', 'Prodigy and DAdapt take one rate.', 'Only the first of several counts, or the run stops (S15).'),
  r('R-31', 'error', 'arguments are key=value', 'optimizer_args and lr_scheduler_args are each key=value, the value as Python writes it: True, not true.', 'The trainer stops on others.'),
  r('R-32', 'error', 'network arguments', 'network_args are each key=value.', 'The trainer stops on one without an equals sign.'),
  r('R-33', 'error', 'known optimizer', 'optimizer_type is a name that the trainer knows, or module.Class.', 'It stops on others.'),
  r('R-34', 'error', 'warm-up needs a scheduler for it', 'No warm-up with a constant or Adafactor scheduler.', 'The trainer refuses.'),
  r('R-35', 'error', 'Adafactor’s scheduler', 'The scheduler adafactor goes only with that optimizer.', 'The trainer stops.'),
  r('R-37', 'info', 'warm-up as number or share', 'A whole number is steps, a fraction a share of all steps; 1 and 1.0 differ.', 'It depends on the point alone.'),
  r('R-41', 'info', 'one attention', 'mem_eff_attn beats xformers beats sdpa.', 'The others are passed over without a word.'),
  r('R-42', 'error', 'persistent workers need workers', 'persistent_data_loader_workers needs max_data_loader_n_workers of at least 1.', 'The data loader refuses.'),
  r('R-43', 'info', 'workers and cores', 'No more workers than processor cores.', 'The trainer cuts the number.'),
  r('R-44', 'info', 'epochs beat steps', 'max_train_epochs replaces max_train_steps.', 'Without either it is 1,600 steps.'),
  r('R-51', 'info', 'two weightings of the loss', 'min_snr_gamma and debiased_estimation_loss together multiply.', 'Nothing checks it.'),
  r('R-52', 'warn', 'scale weight norms', 'scale_weight_norms does nothing with networks that cannot do it.', 'The trainer warns and goes on.'),
  r('R-55', 'error', 'DyLoRA’s ranks', 'conv_dim equals network_dim, and network_dim is a multiple of unit.', 'The trainer stops.'),
  r('R-59', 'warn', 'a dataset file beats folders', 'With dataset_config the folders in the settings are ignored.', 'The trainer warns.'),
  r('R-62', 'error', 'no data is no error', 'When no folder holds an image the run ends at once, with exit code 0.', 'It looks finished and has trained nothing.'),
  r('R-63', 'error', 'empty caption file', 'No caption file has 0 bytes.', 'The run dies on it (T01).'),
  r('R-64', 'error', 'captions are UTF-8', 'Captions are UTF-8.', 'The run dies on others (T12).'),
  r('R-65', 'info', 'one line', 'Only the first line of a caption is used, and a byte order mark stays on its first tag.', 'enable_wildcard uses all lines.'),
  r('R-68', 'error', 'cached captions and sizes', 'With cache_info the trainer reads metadata_cache.json once it is there.', 'Captions and images that changed since count no more, until the file is removed.'),
  r('R-69', 'error', 'NaN in latents', 'SDXL in fp16 may need no_half_vae.', 'The run stops with the name of the file.'),
  r('R-72', 'error', 'token length', 'max_token_length is 150 or 225, or not set.', 'Other values give other lengths than they say.'),
  r('R-73', 'info', 'values are not checked', 'Values in the file are not checked, unknown keys are ignored.', 'A slip of the pen says nothing.'),
  r('R-81', 'warn', 'one name, one result', 'output_name is not the name of an earlier result.', 'Files of that name are overwritten.'),
  r('R-82', 'info', 'one rate for text encoders', 'Of several text encoder rates only the first counts.', 'LoRA and LyCORIS networks take one.'),
  r('R-85', 'error', 'caches beside the images', 'A cache of latents, or of what the text encoders make of a caption, is not compared with its image or caption.', 'After an edit the trainer trains what was there before, until the cache is removed.'),
  r('R-86', 'warn', 'tokens of a caption', 'Of a caption 75 tokens are read, or as many as max_token_length says: 150 or 225.', 'The rest is cut off without a word, in the middle of a tag if need be.'),
  r('R-87', 'warn', 'signs that are read as text', 'Weights, choices in braces and the mark behind kept tags need weighted_captions, enable_wildcard, and keep_tokens_separator with shuffling.', 'Without them the signs are trained as they stand.'),
];

function r(id: string, level: Level, title: string, rule: string, reason: string): GuideRule {
  return { id, level, title, rule, reason, source: 'sd-scripts', check: null, fix: null };
}
