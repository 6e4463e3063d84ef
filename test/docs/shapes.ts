import { z } from 'zod';

/** What commands print with `--json`, by the name of its example in docs/commands.md. A field more or less is a mistake. */

const count = z.int().min(0);
const time = z.iso.datetime();
const level = z.enum(['error', 'warn', 'info']);
/** Relative to the workspace, with `/`. */
const path = z.string().regex(/^(?!\/|\.\.?\/)[^\\]+$/);

const finding = z.strictObject({
  rule: z.string().regex(/^([A-Z]\d\d|R-\d+)$/),
  level,
  blocks: z.boolean(),
  concept: z.string().nullable(),
  images: z.array(path),
  message: z.string().min(1),
  fix: z.string().min(1).nullable(),
});
const findings = z.strictObject({
  findings: z.array(finding),
  summary: z.strictObject({ error: count, warn: count, info: count }),
});

const change = z.strictObject({ id: z.string().min(1), at: time, what: z.string().min(1), images: count, undone: z.boolean() });

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]).nullable();
const setting = z.strictObject({ value, from: z.enum(['you', 'guide', 'recipe', 'trainer']), default: value });

const outcome = z.enum(['finished', 'failed', 'interrupted', 'killed', 'no-data', 'vanished']).nullable();
const phase = z.enum(['starting', 'loading', 'caching', 'training', 'sampling', 'validating', 'saving', 'stopping', 'ended']);
const loss = z.union([z.number(), z.literal('nan')]);
const number = z.number().nullable();
const texts = z.array(z.string());

const runState = z.strictObject({
  outcome,
  phase,
  step: count.nullable(),
  total_steps: count.nullable(),
  epoch: z.int().min(1).nullable(),
  total_epochs: z.int().min(1).nullable(),
  batches_per_epoch: count.nullable(),
  train_images: count.nullable(),
  reg_images: count.nullable(),
  average_loss: loss.nullable(),
  nan: z.boolean(),
  key_norm: number,
  keys_scaled: number,
  validation_loss: number,
  seconds_per_step: number,
  elapsed_s: number,
  eta_s: number,
  last_output_s: number,
  checkpoints: z.array(z.strictObject({ file: z.string(), epoch: z.int().min(1).nullable(), step: count.nullable() })),
  removed: texts,
  states: texts,
  samples: texts,
  error: z
    .strictObject({ type: z.string(), message: z.string(), cause: z.string().nullable(), advice: z.string().nullable() })
    .nullable(),
  warnings: texts,
});
const series = z
  .strictObject({ step: z.array(count), average_loss: z.array(loss) })
  .refine(({ step, average_loss }) => step.length === average_loss.length, 'as many losses as steps');

const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    step: count,
    total: count.nullable(),
    average_loss: loss.nullable(),
    key_norm: number,
    keys_scaled: number,
    seconds_per_step: number,
    elapsed_s: number,
    eta_s: number,
  }),
  z.strictObject({ kind: z.literal('bar'), label: z.string(), done: count, total: count.nullable(), values: z.record(z.string(), z.string()) }),
  z.strictObject({
    kind: z.literal('plan'),
    field: z.enum(['train_images', 'reg_images', 'batches_per_epoch', 'total_epochs', 'total_steps', 'accumulation']),
    value: count,
  }),
  z.strictObject({ kind: z.literal('epoch'), epoch: z.int().min(1), total: count.nullable() }),
  z.strictObject({ kind: z.literal('save'), path: z.string() }),
  z.strictObject({ kind: z.literal('removed'), what: z.enum(['checkpoint', 'state']), path: z.string() }),
  z.strictObject({ kind: z.literal('state'), path: z.string(), done: z.boolean() }),
  z.strictObject({ kind: z.literal('sampling') }),
  z.strictObject({ kind: z.literal('work'), what: z.enum(['loading', 'caching']) }),
  z.strictObject({ kind: z.literal('record'), level: z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL']), text: z.string() }),
  z.strictObject({ kind: z.literal('model-saved') }),
  z.strictObject({ kind: z.literal('no-data'), message: z.string() }),
  z.strictObject({ kind: z.literal('refused'), source: z.string(), message: z.string() }),
  z.strictObject({ kind: z.literal('exception'), type: z.string(), message: z.string(), launcher: z.boolean() }),
  z.strictObject({ kind: z.literal('now'), state: runState }),
]);

const about = z.strictObject({
  version: z.string(),
  node: z.string(),
  system: z.string(),
  folders: z.strictObject({ config: z.string().startsWith('/'), data: z.string().startsWith('/'), cache: z.string().startsWith('/') }),
});
const terminal = z.strictObject({
  not_asked: z.string().nullable(),
  answered: z.boolean(),
  round_trip_ms: number,
  name: z.string().nullable(),
  attributes: z.array(z.int()),
  columns: count.nullable(),
  rows: count.nullable(),
  cell: z.strictObject({ width: z.int().min(1), height: z.int().min(1) }).nullable(),
  colors: z.enum(['truecolor', '256', '16', 'none']),
  background: z.string().regex(/^#[0-9a-f]{6}$/).nullable(),
  kitty_graphics: z.boolean(),
  kitty_keyboard: z.boolean(),
  side_margins: z.boolean(),
  sixel_colors: count.nullable(),
  tmux: z
    .strictObject({ version: z.string().nullable(), passthrough: z.boolean().nullable(), exact_colors: z.boolean().nullable(), around: z.string().nullable() })
    .nullable(),
  asked: z.array(z.strictObject({ about: z.string(), around: z.boolean(), answer: z.string().nullable() })),
  pictures: z.strictObject({
    driver: z.enum(['kitty', 'iterm2', 'sixel', 'blocks', 'terminal-image', 'text', 'none']),
    terminal: z.string().nullable(),
    passthrough: z.boolean(),
    why: z.string().min(1),
    problem: z.string().nullable(),
  }),
});

const tagsEdit = z.strictObject({
  changed: count,
  unchanged: count,
  edits: z.array(z.strictObject({ image: path, before: z.string(), after: z.string() })),
  counts: z.array(z.strictObject({ tag: z.string().min(1), before: count, after: count })),
  skipped: z.array(z.strictObject({ image: path, why: z.string() })),
});

const site = z.enum(['e6', 'booru']);
const listFormat = z.enum(['tagcomplete', 'csv', 'e621', 'danbooru', 'json', 'tagger', 'plain']);
const taken = { from: z.string().min(1), format: listFormat, tags: count, aliases: count, implications: count };
const known = { names: count, aliases: count, implications: count, adult: count, refused: count, index: z.string().startsWith('/') };
const vocabSite = z.strictObject({
  site,
  lists: z.array(z.strictObject({ ...taken, holds: z.enum(['tags', 'aliases', 'implications']), skipped: z.strictObject({ rare: count, old: count, unfit: count }) })).min(1),
  ...known,
});

const sides = z.tuple([z.int().min(1), z.int().min(1)]);
const plannedImage = z.strictObject({
  path: z.string().min(1),
  repeats: z.int().min(1),
  is_reg: z.boolean(),
  size: sides,
  bucket: sides,
  resized: sides,
  caption: z.string(),
  fed: z.string(),
});
const share = z.number().min(0);
const plan = z.strictObject({
  concepts: z.array(z.strictObject({ folder: z.string().min(1), activation: texts, images: count, repeats: z.int().min(1), share: share.max(1) })),
  buckets: z.array(z.strictObject({ width: z.int().min(1), height: z.int().min(1), images: z.int().min(1), batches: z.int().min(1) })),
  train_images: count,
  reg_images: count,
  batches_per_epoch: count,
  steps_per_epoch: count,
  epochs: count,
  total_steps: count,
  passes_per_image: share,
  checkpoints: z.strictObject({ count, bytes: count.nullable(), files: z.array(z.strictObject({ file: z.string().min(1), removed: z.boolean() })) }),
  balance: z
    .strictObject({ tolerance: share, repeats: z.record(z.string(), z.int().min(1)), imbalance: share, imbalance_now: share, epochs: z.int().min(1) })
    .nullable(),
  images: z.array(plannedImage).optional(),
  validation: z.array(plannedImage).optional(),
});

export const shapes = {
  demo: z.strictObject({ workspace: z.string().startsWith('/') }),
  check: findings,
  explain: z.strictObject({
    id: z.string(),
    level: level.nullable(),
    title: z.string(),
    rule: z.string(),
    reason: z.string(),
    today: z.string().nullable(),
    source: z.string(),
    check: z.string().nullable(),
    fix: z.string().nullable(),
  }),
  images: z.array(
    z.strictObject({
      path,
      concept: z.string().nullable(),
      width: z.int().min(1).nullable(),
      height: z.int().min(1).nullable(),
      format: z.string(),
      alpha: z.boolean(),
      bytes: count,
      caption: z.string().nullable(),
      tags: texts,
      bucket: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
      left_out: z.boolean(),
    }),
  ),
  'filters list': z.array(z.strictObject({ name: z.string(), query: z.string(), images: count.nullable(), error: z.string().nullable() })),
  'filters edit': z.strictObject({ changed: z.union([z.literal(0), z.literal(1)]), name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  'tags list': z.array(z.strictObject({ tag: z.string(), count: z.int().min(1), category: z.null() })),
  'tags edit': tagsEdit,
  'tags prune': tagsEdit.extend({
    dropped: z.array(z.strictObject({ tag: z.string(), images: z.int().min(1), left: z.int().min(0), by: z.array(z.strictObject({ tag: z.string(), images: z.int().min(1), path: texts })).min(1) })),
  }),
  'tags convert': tagsEdit.extend({
    converted: z.array(z.strictObject({ from: z.string(), to: z.string(), via: z.enum(['alias', '~', '<', '>', '+', '!']).nullable(), images: z.int().min(1) })),
    left: z.array(z.strictObject({ tag: z.string(), near: z.array(z.strictObject({ name: z.string(), relation: z.enum(['~', '<', '>', '+', '!']) })), images: z.int().min(1) })),
  }),
  'tags rename': tagsEdit.extend({ folder: z.strictObject({ before: z.string().min(1), after: z.string().min(1) }) }),
  undo: z.array(change).length(1),
  redo: z.array(change).length(1),
  history: z.array(change),
  'vocab import': z.array(vocabSite),
  'vocab fetch': vocabSite,
  'vocab info': z.array(
    z.strictObject({ site, imported: z.boolean(), ...known, bytes: count.nullable(), opens_ms: z.number(), sources: z.array(z.strictObject({ ...taken, at: time })), problem: z.string().nullable() }),
  ),
  'vocab search': z.array(
    z.strictObject({
      tag: z.string().min(1),
      category: z.enum(['general', 'artist', 'contributor', 'copyright', 'character', 'species', 'invalid', 'meta', 'lore', 'rating']).nullable(),
      count: count.nullable(),
      alias_of: z.string().nullable(),
      via: z.string().nullable(),
    }),
  ),
  'settings show': z.record(z.string(), setting),
  'settings set': z.strictObject({ changed: z.union([z.literal(0), z.literal(1)]), key: z.string(), before: setting, after: setting }),
  'settings check': findings,
  plan,
  'plan images': plannedImage,
  'plan balance': z.strictObject({
    changed: count,
    folders: z.array(z.strictObject({ before: z.string().min(1), after: z.string().min(1) })),
    epochs: z.int().min(1).nullable(),
    imbalance: share,
  }),
  train: z.strictObject({ run: z.string().regex(/^\d{4}-\d\d-\d\d-\d{4}(-[a-z0-9]+)*$/) }),
  'train refused': z.strictObject({ run: z.null(), findings: z.array(finding).min(1) }),
  'train dry-run': z.strictObject({
    argv: texts,
    cwd: z.string().startsWith('/'),
    env: z.record(z.string(), z.string()),
    config: z.string(),
    findings: z.array(finding),
  }),
  runs: z.array(
    z.strictObject({
      id: z.string(),
      workspace: z.string().startsWith('/'),
      outcome,
      phase,
      step: count.nullable(),
      total_steps: count.nullable(),
      created: time,
    }),
  ),
  watch: runState.extend({ series: series.optional() }),
  'watch follow': z.array(event),
  stop: runState,
  doctor: about,
  'doctor terminal': about.extend({ terminal }),
} as const;
