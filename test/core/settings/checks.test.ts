import { expect, test } from 'vitest';
import type { Finding } from '../../../src/core/checks/finding.js';
import {
  checkSettings,
  effective,
  parseSettings,
  type FolderCount,
  type SettingsContext,
  type SettingsFile,
} from '../../../src/core/settings/index.js';
import { isPythonArgument } from '../../../src/core/settings/checks/optimizer.js';

const one: FolderCount[] = [{ folder: '10_hero', text: 'hero', repeats: 10, images: 31 }];
const two: FolderCount[] = [...one, { folder: '20_villain', text: 'villain', repeats: 20, images: 15 }];
const model = 'pretrained_model_name_or_path = "/m/base.safetensors"\n';

const read = (text: string, folders: readonly FolderCount[] = one) => parseSettings('/w/Hamburger', model + text, folders);
const check = (file: SettingsFile, context: Partial<SettingsContext> = {}) =>
  checkSettings(file, { recorded: false, around: null, ...context });
const short = (findings: readonly Finding[]) =>
  findings.map(({ rule, level, key, blocks }) => `${rule} ${level} ${key ?? ''}${blocks ? ' blocks' : ''}`);

/** The file after every fix that is offered, one after the other. */
async function fixed(file: SettingsFile): Promise<SettingsFile> {
  let now = file;
  for (let round = 0; round < 20; round++) {
    const fix = check(now).find((finding) => finding.fix)?.fix;
    if (!fix) break;
    const entry = (await fix.change()).entries[0];
    if (entry?.kind !== 'text' || entry.after === now.text) throw new Error(`“${fix.label}” changes nothing`);
    now = parseSettings(now.root, entry.after, now.concepts);
  }
  return now;
}

const LOCON = 'network_module = "lycoris.kohya"\n';
const algo = (name: string, more = '') => `${LOCON}network_args = ["algo=${name}", "preset=full"${more}]\n`;

test('the recipe as it is has nothing to be said against it', () => {
  expect(check(read(''))).toEqual([]);
  expect(check(read('', two))).toEqual([]);
});

test.each([
  ['prodgy', 'Did you mean Prodigy?'],
  ['rmsprop', 'Did you mean RMSprop?'],
  ['Frobnicate', 'class of exactly this name.'],
])('R-33: an optimizer that the trainer would not find says what was meant: %s', (name, hint) => {
  const [found] = check(read(`optimizer_type = "${name}"`)).filter(({ rule }) => rule === 'R-33');
  expect(found?.message).toMatch(new RegExp(`^sd-scripts knows no optimizer ${name}: .*${hint.replace('?', '\\?')}$`));
});

test.each<[string, string[], FolderCount[]?]>([
  // S06
  ['train_batch_size = 1', []],
  ['train_batch_size = 2', ['S06 info train_batch_size']],
  ['train_batch_size = 4', ['S06 info train_batch_size']],
  ['train_batch_size = 5', ['S06 warn train_batch_size']],
  ['train_batch_size = 2', ['S06 warn train_batch_size'], two],
  [`train_batch_size = 2\ngradient_accumulation_steps = 4\n${algo('dylora')}`, ['S06 error train_batch_size']],
  [algo('dylora'), ['S33 info gradient_accumulation_steps']],
  // S07, S08
  ['max_train_epochs = 10', []],
  ['max_train_epochs = 5', ['S07 info max_train_epochs']],
  ['max_train_epochs = 4\n[loradeck.goals]\nhero = "style"', []],
  ['max_train_epochs = 10\n[loradeck.goals]\nhero = "style"', ['S07 info max_train_epochs']],
  ['save_every_n_epochs = 0', ['S08 warn save_every_n_epochs']],
  ['save_every_n_steps = 100', []],
  // S09, S10, S02
  ['mixed_precision = "bf16"\nsave_precision = "bf16"', []],
  ['mixed_precision = "bf16"', ['S09 warn save_precision']],
  ['mixed_precision = "no"\nsave_precision = "float"', []],
  ['full_fp16 = true', ['S10 warn full_fp16']],
  ['full_bf16 = true', ['R-21 error full_bf16 blocks']],
  ['save_model_as = "ckpt"', ['S02 warn save_model_as']],
  // S12, S13, S14
  ['optimizer_type = "DAdaptAdam"', []],
  ['optimizer_type = "AdamW8bit"', []],
  ['optimizer_type = "Adafactor"', ['S12 info optimizer_type']],
  // known names in any case, classes of torch.optim as they are written, modules unseen
  ['optimizer_type = "pagedlion8BIT"', ['S12 info optimizer_type']],
  ['optimizer_type = "RMSprop"', ['S12 info optimizer_type']],
  ['optimizer_type = "rmsprop"', ['R-33 warn optimizer_type']],
  ['optimizer_type = "my.own.Prodigyy"', ['S12 info optimizer_type']],
  ['optimizer_type = "Prodigyy"', ['R-33 warn optimizer_type']],
  ['optimizer_type = "Frobnicate"', ['R-33 warn optimizer_type']],
  ['lr_scheduler = "constant"', ['S13 warn lr_scheduler']],
  ['lr_scheduler = "cosine_with_restarts"', ['S13 warn lr_scheduler']],
  ['optimizer_type = "DAdaptAdam"\nlr_scheduler = "linear"', ['S13 warn lr_scheduler']],
  ['optimizer_type = "AdamW"\nlr_scheduler = "cosine"', ['S13 info lr_scheduler']],
  ['lr_scheduler = "constant"\nlr_warmup_steps = 10', ['R-34 error lr_warmup_steps blocks', 'S13 warn lr_scheduler']],
  ['lr_scheduler = "adafactor"', ['R-35 error lr_scheduler blocks']],
  ['optimizer_args = ["decouple=True", "weight_decay=0.15", "betas=0.9,0.99"]', []],
  [
    'optimizer_type = "DAdaptAdam"\noptimizer_args = ["decouple=True", "weight_decay=0.15", "betas=0.9,0.99"]',
    ['S14 info optimizer_args'],
  ],
  ['optimizer_args = ["decouple=true"]', ['R-31 error optimizer_args blocks']],
  ['optimizer_type = "AdamW"\noptimizer_args = ["weight_decay=0.1"]', ['S14 info optimizer_args']],
  ['optimizer_type = "AdamW"\noptimizer_args = ["decouple=True"]', ['S14 error optimizer_args blocks']],
  ['optimizer_type = "Prodigy"\nuse_8bit_adam = true', ['R-24 error use_8bit_adam blocks', 'S14 info optimizer_args']],
  ['use_8bit_adam = true', []],
  ['use_lion_optimizer = true', ['S12 info optimizer_type']],
  // S15
  ['learning_rate = 0.0001', ['S15 warn learning_rate']],
  ['optimizer_type = "DAdaptAdam"\nlearning_rate = 0.5', ['S15 warn learning_rate']],
  ['unet_lr = 1.0\ntext_encoder_lr = [1.0]', []],
  ['unet_lr = 1.0\ntext_encoder_lr = [0.5]', ['S15 error text_encoder_lr blocks']],
  ['text_encoder_lr = [0.5]', ['S15 error text_encoder_lr blocks']],
  ['text_encoder_lr = [0.0]', []],
  ['unet_lr = 0.0', []],
  ['unet_lr = 0.5\ntext_encoder_lr = [0.0]', ['S15 warn unet_lr']],
  ['text_encoder_lr = [0.5]\nnetwork_train_unet_only = true', []],
  ['optimizer_type = "DAdaptAdam"\nunet_lr = 0.5', ['S15 error unet_lr']],
  ['learning_rate = 0.0', ['S15 error learning_rate blocks']],
  ['optimizer_type = "AdamW"\nlearning_rate = 1.0', ['S15 warn learning_rate']],
  ['optimizer_type = "AdamW"\nunet_lr = 0.0002\ntext_encoder_lr = [5e-5]', []],
  // S16, S17
  ['resolution = "1024,1024"', ['S16 warn resolution']],
  ['resolution = "1024,1024"\n[loradeck]\nfamily = "sdxl"', []],
  ['resolution = "512,512"', ['S16 info resolution']],
  ['resolution = "big"', ['R-19 error resolution blocks']],
  ['max_bucket_reso = 768', []],
  ['max_bucket_reso = 768\nbucket_no_upscale = false', ['S17 info max_bucket_reso']],
  ['max_bucket_reso = 512\nbucket_no_upscale = false', ['R-16 error max_bucket_reso blocks']],
  ['min_bucket_reso = 1024\nbucket_no_upscale = false', ['R-16 error min_bucket_reso blocks']],
  ['bucket_reso_steps = 32', ['R-14 error bucket_reso_steps blocks']],
  ['bucket_reso_steps = 32\n[loradeck]\nfamily = "sdxl"', []],
  ['enable_bucket = false', ['S17 info enable_bucket']],
  // S18
  ['network_module = "networks.lora"\nnetwork_dim = 64', []],
  ['network_module = "networks.lora"\nnetwork_dim = 65', ['S18 warn network_dim']],
  ['network_dim = 32', []],
  ['network_dim = 64', ['S18 info network_dim']],
  ['network_dim = 96', ['S18 warn network_dim']],
  [`network_dim = 32\n${algo('loha')}`, []],
  [`network_dim = 33\n${algo('loha')}`, ['S18 warn network_dim']],
  [`network_dim = 128\ngradient_accumulation_steps = 2\n${algo('dylora')}`, []],
  [`network_dim = 132\ngradient_accumulation_steps = 2\n${algo('dylora')}`, ['S18 warn network_dim']],
  [`network_dim = 100000\n${algo('lokr')}`, []],
  ['network_dim = 48\n[loradeck.goals]\n"*" = "style"', ['S18 warn network_dim']],
  ['network_alpha = 32', ['S18 warn network_alpha']],
  ['network_alpha = 1', []],
  ['optimizer_type = "AdamW"\nnetwork_dim = 32\nnetwork_alpha = 16', []],
  ['optimizer_type = "AdamW"\nnetwork_dim = 32\nnetwork_alpha = 32', ['S18 warn network_alpha']],
  ['optimizer_type = "AdamW"\nnetwork_module = "networks.lora"\nnetwork_dim = 16\nnetwork_alpha = 16', []],
  ['optimizer_type = "AdamW"\nnetwork_module = "networks.lora"\nnetwork_dim = 16\nnetwork_alpha = 8', ['S18 warn network_alpha']],
  [`optimizer_type = "AdamW"\nnetwork_alpha = 3\n${algo('lokr')}`, []],
  // S19 and networks
  [algo('locon', ', "conv_dim=32", "conv_alpha=1"'), ['S19 warn conv_dim']],
  [algo('locon', ', "conv_dim=16", "conv_alpha=16"'), ['S19 warn conv_alpha']],
  [algo('locon', ', "conv_dim=16", "conv_alpha=1"'), []],
  [algo('lokr', ', "conv_dim=100000", "conv_alpha=1"'), []],
  ['optimizer_type = "AdamWScheduleFree"', ['S12 info optimizer_type']],
  [algo('ia3'), ['L06 error lora_type blocks']],
  [algo('full'), ['L08 warn lora_type']],
  [`${LOCON}network_args = ["algo=locon", "preset=ful"]`, ['S05 error preset blocks']],
  [`${LOCON}network_args = ["algo=locon", "train_norm=0"]`, ['R-32 error network_args']],
  [`${LOCON}network_args = ["algo"]`, ['R-32 error network_args blocks']],
  [`${algo('dylora', ', "conv_dim=6"')}gradient_accumulation_steps = 2`, ['L04 error conv_dim blocks']],
  [`network_module = "networks.lora"\n[loradeck.goals]\nhero = "style"`, ['Y01 info lora_type']],
  // the rest
  ['cache_latents_to_disk = true\ncache_latents = false', ['R-2 info cache_latents']],
  ['cache_latents = false', ['S11 info cache_latents']],
  ['color_aug = true', ['R-1 error color_aug blocks']],
  ['persistent_data_loader_workers = true', ['S26 error persistent_data_loader_workers blocks']],
  ['persistent_data_loader_workers = true\nmax_data_loader_n_workers = 2', []],
  ['zero_terminal_snr = true', ['R-6 warn zero_terminal_snr']],
  ['zero_terminal_snr = true\nv_parameterization = true', []],
  ['scale_v_pred_loss_like_noise_pred = true', ['R-4 error scale_v_pred_loss_like_noise_pred blocks']],
  ['v2 = true\n[loradeck]\nfamily = "sdxl"', ['R-11 error v2 blocks']],
  ['clip_skip = 2\n[loradeck]\nfamily = "sdxl"', ['S23 info clip_skip']],
  ['debiased_estimation_loss = true', ['S30 info debiased_estimation_loss']],
  ['noise_offset = 0.05', ['S29 info noise_offset']],
  ['flip_aug = true', ['S25 warn flip_aug']],
  ['flip_aug = true', ['M02 warn flip_aug'], two],
  ['shuffle_caption = true', ['T03 warn keep_tokens']],
  ['shuffle_caption = true\nkeep_tokens = 1', []],
  ['scale_weight_norms = 5', ['S20 info scale_weight_norms']],
  ['xformers = false', ['S27 info xformers']],
  ['output_name = "a/b"', ['S04 error output_name blocks']],
  ['output_name = ""', ['S04 error output_name']],
  ['train_data_dir = ""', ['S04 error train_data_dir blocks']],
  ['caption_extension = "txt"', ['T01 error caption_extension']],
  // the file itself
  ['network_dimm = 8', ['R-73 warn network_dimm']],
  ['train_batch_size = "1"', ['R-73 error train_batch_size blocks']],
  ['flip_aug = "False"', ['R-73 error flip_aug', 'S25 warn flip_aug']],
  ['[loradeck]\nrecipe = "mine"', ['S34 warn loradeck.recipe']],
  ['[loradeck]\nstyle = "anime"', ['S31 warn loradeck.style']],
])('%s → %j', (text, expected, folders) => {
  expect(short(check(read(`${text}\n`, folders)))).toEqual(expected);
});

test('messages name the limit or the value that is wanted', () => {
  const say = (text: string) =>
    check(read(`${text}\n`))
      .map(({ message }) => message)
      .join(' ');
  expect(say('network_alpha = 32')).toBe('With Prodigy alpha is 1, and it is 32.');
  expect(say('network_dimm = 8')).toContain('did you mean network_dim?');
  expect(say('mixed_precision = "bf16"')).toContain('Mixed precision is bf16 and save precision fp16');
  expect(say('text_encoder_lr = [0.5]')).toMatch(/two \(1 and 0\.5\): it stops at the first step/);
  expect(say(`network_dim = 40\n${algo('loha')}`)).toContain('over the limit of 32 for LoHa');
});

test.each([
  'network_alpha = 32\nlearning_rate = 0.0001\nlr_scheduler = "constant"\nlr_warmup_steps = 10',
  'train_batch_size = 8\nmixed_precision = "bf16"\nnetwork_dim = 128\nsave_every_n_epochs = 0',
  'unet_lr = 1.0\ntext_encoder_lr = [0.5]\nnetwork_dimm = 8\noptimizer_args = ["decouple=true"]',
  'optimizer_type = "AdamW"\nnetwork_dim = 16\nnetwork_alpha = 1\noptimizer_args = ["decouple=True"]\nresolution = 768',
  `${algo('ia3')}full_bf16 = true\ncolor_aug = true\nzero_terminal_snr = true`,
  'resolution = "2048"\nbucket_no_upscale = false\nmax_bucket_reso = 512\nmin_bucket_reso = 1024\nshuffle_caption = true',
])('every fix mends what it is offered for: %s', async (text) => {
  const done = await fixed(read(`# mine\n${text}\n`));
  expect(check(done)).toEqual([]);
  expect(done.text).toContain('# mine\n');
});

test('a missing model blocks a real trainer, not the recorded one', () => {
  const file = parseSettings('/w/Hamburger', null, one);
  expect(short(check(file))).toEqual(['S01 error pretrained_model_name_or_path blocks']);
  expect(short(check(file, { recorded: true }))).toEqual(['S01 error pretrained_model_name_or_path']);
});

test('a file with a mistake is one blocking finding, and nothing offers to edit it', () => {
  const findings = check(parseSettings('/w/Hamburger', 'a = = 1\n', one));
  expect(findings[0]).toMatchObject({ rule: 'S31', blocks: true, level: 'error' });
  expect(findings.filter(({ fix }) => fix !== null)).toEqual([]);
});

test('blocking findings come first, then errors, warnings, notes', () => {
  const found = check(read('save_every_n_epochs = 0\ntrain_batch_size = 2\ncolor_aug = true\nflip_aug = "False"\n'));
  expect(found.map(({ blocks, level }) => (blocks ? 'blocks' : level))).toEqual(['blocks', 'error', 'warn', 'warn', 'info']);
});

test.each([
  ['betas=0.9,0.99', true],
  ['decouple=True', true],
  ['eps=(1e-8, 1e-16)', true],
  ['x=None', true],
  ["name='a'", true],
  ['weight_decay=-.5e-3', true],
  ['decouple=true', false],
  ['a=b', false],
  ['a==1', false],
  ['a', false],
  ['=1', false],
  ['a=', false],
])('%s is read by Python: %s', (item, readable) => {
  expect(isPythonArgument(item)).toBe(readable);
});

test('what counts is not changed by looking at it', () => {
  const file = read('network_alpha = 32\n');
  const before = JSON.stringify(effective(file));
  check(file);
  expect(JSON.stringify(effective(file))).toBe(before);
});
