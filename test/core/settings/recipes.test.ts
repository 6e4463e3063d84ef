import { expect, test } from 'vitest';
import { effective, parseSettings, RECIPES, resolveSettings, trainingFacts } from '../../../src/core/settings/index.js';
import { checkSettings } from '../../../src/core/settings/checks.js';

const concepts = [{ folder: '10_hmbrgrlora', text: 'hmbrgrlora', repeats: 10, images: 31 }];
const read = (text: string | null, folders = concepts) => parseSettings('/w/Hamburger', text, folders);
const inRecipe = (id: string, more = '') => effective(read(`[loradeck]\nrecipe = "${id}"\n${more}`));

test('without a file: character, Prodigy, LoCon at 768 with .txt captions', () => {
  expect(effective(read(null))).toMatchObject({
    train_data_dir: '.',
    output_dir: 'output',
    output_name: 'hmbrgrlora',
    caption_extension: '.txt',
    save_model_as: 'safetensors',
    network_module: 'lycoris.kohya',
    network_args: ['algo=locon', 'preset=full', 'conv_dim=16', 'conv_alpha=1'],
    train_batch_size: 1,
    max_train_epochs: 10,
    mixed_precision: 'fp16',
    save_precision: 'fp16',
    cache_latents: true,
    optimizer_type: 'Prodigy',
    optimizer_args: ['decouple=True', 'weight_decay=0.1', 'betas=0.9,0.99'],
    lr_scheduler: 'cosine',
    learning_rate: 1,
    resolution: '768,768',
    enable_bucket: true,
    network_dim: 32,
    network_alpha: 1,
    scale_weight_norms: 1,
    min_snr_gamma: 5,
    clip_skip: 2,
    xformers: true,
  });
});

test('where values come from', () => {
  const all = resolveSettings(read('network_alpha = 32\n'));
  expect(all['network_dim']).toEqual({ value: 32, from: 'guide', default: null });
  expect(all['network_alpha']).toEqual({ value: 32, from: 'you', default: 1 });
  expect(all['lora_type']).toMatchObject({ value: 'LyCORIS LoCon', from: 'recipe' });
  expect(all['preset']).toMatchObject({ value: 'full', from: 'recipe' });
  expect(all['conv_dim']).toMatchObject({ value: 16, from: 'guide' });
  expect(all['caption_extension']).toEqual({ value: '.txt', from: 'recipe', default: '.caption' });
  expect(all['flip_aug']).toEqual({ value: false, from: 'trainer', default: false });
  expect(all['learning_rate']).toEqual({ value: 1, from: 'guide', default: 2e-6 });
});

test.each([
  [1, 100],
  [10, 10],
  [3, 33],
  [7, 14],
  [100, 1],
  [500, 1],
])('%i repeats → %i epochs', (repeats, epochs) => {
  const folders = [{ folder: `${repeats}_x`, text: 'x', repeats, images: 20 }];
  expect(effective(read(null, folders))['max_train_epochs']).toBe(epochs);
});

test('several concepts count by the largest folder, a style by 35 passes', () => {
  const folders = [...concepts, { folder: '2_b', text: 'b', repeats: 2, images: 99 }];
  expect(effective(read(null, folders))['max_train_epochs']).toBe(50);
  expect(effective(read('[loradeck.goals]\nhmbrgrlora = "style"\n'))['max_train_epochs']).toBe(4);
});

test('Adam: its own scheduler and rate, no arguments, alpha by the network, checkpointing', () => {
  for (const name of ['AdamW', 'AdamW8bit']) {
    const locon = inRecipe(`character-${name.toLowerCase()}-locon`);
    expect(locon).toMatchObject({
      optimizer_type: name,
      lr_scheduler: 'cosine_with_restarts',
      learning_rate: 1e-4,
      network_alpha: 16,
      gradient_checkpointing: true,
    });
    expect(locon['optimizer_args']).toBeUndefined();
    expect(inRecipe(`character-${name.toLowerCase()}-standard`)).toMatchObject({
      network_module: 'networks.lora',
      network_dim: 32,
      network_alpha: 32,
    });
  }
});

test('what the file chooses draws along what belongs to it', () => {
  expect(effective(read('optimizer_type = "AdamW8bit"\n'))).toMatchObject({
    lr_scheduler: 'cosine_with_restarts',
    learning_rate: 1e-4,
    network_alpha: 16,
  });
  expect(effective(read('network_module = "lycoris.kohya"\nnetwork_args = ["algo=dylora"]\n'))).toMatchObject({
    network_dim: 128,
    network_alpha: 1,
  });
  expect(effective(read('lr_scheduler = "constant"\n'))['lr_warmup_steps']).toBeUndefined();
  expect(effective(read('max_train_steps = 500\n'))['max_train_epochs']).toBeUndefined();
  expect(effective(read('sdpa = true\n'))['xformers']).toBeUndefined();
});

test('families: SDXL at 1024 without clip skip, others at 768; clip skip by style', () => {
  const sdxl = effective(read('[loradeck]\nfamily = "sdxl"\n'));
  expect(sdxl).toMatchObject({ resolution: '1024,1024', no_half_vae: true });
  expect(sdxl['clip_skip']).toBeUndefined();
  expect(effective(read('pretrained_model_name_or_path = "/m/ponyDiffusionV6XL.safetensors"\n'))['resolution']).toBe('1024,1024');
  expect(effective(read('[loradeck]\nstyle = "natural"\n'))['clip_skip']).toBe(1);
});

test('recipe = "none" takes the file as it is', () => {
  expect(effective(read('seed = 1\n[loradeck]\nrecipe = "none"\n'))).toEqual({ seed: 1 });
});

test.each(RECIPES.map(({ id }) => id))('%s has nothing against it but a missing model', (id) => {
  const goal = id.startsWith('style') ? '[loradeck.goals]\n"*" = "style"\n' : '';
  const folders = id.startsWith('several') ? [...concepts, { folder: '15_b', text: 'b', repeats: 15, images: 20 }] : concepts;
  for (const family of ['sd15', 'sdxl']) {
    const file = read(`[loradeck]\nrecipe = "${id}"\nfamily = "${family}"\n${goal}`, folders);
    expect(checkSettings(file, { recorded: false, around: null }).map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'S01 No base model is chosen: training needs the checkpoint that it starts from.',
    ]);
  }
});

test('facts: steps, passes, saves, and what alpha does', () => {
  expect(trainingFacts(read(null))).toMatchObject({
    images: 31,
    imagesTimesRepeats: 310,
    stepsPerEpoch: 310,
    stepsAreExact: true,
    epochs: 10,
    totalSteps: 3100,
    passesPerImage: 100,
    saves: 10,
    alphaFactor: 1 / 32,
    convAlphaFactor: 1 / 16,
  });
  expect(trainingFacts(read('train_batch_size = 4\nmax_train_epochs = 7\nsave_every_n_epochs = 3\n'))).toMatchObject({
    stepsPerEpoch: 78,
    totalSteps: 546,
    passesPerImage: 70,
    saves: 3,
    stepsAreExact: false,
  });
  expect(trainingFacts(read('max_train_steps = 500\n'))).toMatchObject({ totalSteps: 500, epochs: 2 });
  expect(trainingFacts(read(null, []))).toMatchObject({ images: 0, totalSteps: null, passesPerImage: null });
});
