import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/core/journal/change.js';
import { configText, effective, parseSettings, RECIPES, setGoal, setSetting } from '../../../src/core/settings/index.js';

const read = (text: string | null) =>
  parseSettings('/w/Hamburger', text, [{ folder: '10_hero', text: 'hero', repeats: 10, images: 20 }]);

test('holds every value that counts, without switches that are off and without our own table', () => {
  const file = read('seed = 7\nflip_aug = false\nnetwork_alpha = 1\n[loradeck]\nstyle = "e6"\n');
  const got = parse(configText(file));
  const { flip_aug, ...rest } = effective(file);
  expect(flip_aug).toBe(false);
  expect(got).toEqual(rest);
  expect(configText(file)).toContain('network_alpha = 1.0\n');
  expect(configText(file)).toContain('seed = 7\n');
  expect(configText(file)).toContain('cache_latents = true\n');
  expect(configText(file)).not.toContain('style');
});

test('tables of the file are flattened, names that we do not know go along', () => {
  expect(parse(configText(read('new_argument = "x"\n[a]\nseed = 1\n[loradeck]\nrecipe = "none"\n')))).toEqual({
    new_argument: 'x',
    seed: 1,
  });
});

test('a warm-up below 1 is a share, from 1 on a number of steps', () => {
  expect(configText(read('lr_warmup_steps = 100\n'))).toContain('lr_warmup_steps = 100\n');
  expect(configText(read(null))).toContain('lr_warmup_steps = 0.1\n');
});

const python = process.env['LORADECK_PYTHON'] ?? 'python3';
const found = spawnSync(python, ['-c', 'import toml; print(toml.__version__)'], { encoding: 'utf8' });
const skipped = found.status !== 0;

/** Reads texts as sd-scripts does, with Python's `toml`. */
function throughPython(texts: readonly string[]): unknown[] {
  const script = 'import json,sys,toml; print(json.dumps([toml.loads(t) for t in json.load(sys.stdin)]))';
  const ran = spawnSync(python, ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as unknown[];
}

describe.skipIf(skipped)(skipped ? 'Python’s toml (skipped: this Python has no toml 0.10.2)' : 'Python’s toml', () => {
  test('reads the configuration of every recipe', () => {
    const files = RECIPES.map(({ id }) => read(`[loradeck]\nrecipe = "${id}"\n`));
    expect(throughPython(files.map(configText))).toEqual(files.map(effective));
  });

  test('reads any text and any list of rates that is set', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    const rate = fc.double({ min: 0, max: 10, noNaN: true });
    const samples = fc.sample(
      fc.tuple(text, fc.array(text, { minLength: 1, maxLength: 3 }), fc.array(rate, { minLength: 1, maxLength: 3 }), rate),
      300,
    );
    const files = samples.map(([comment, args, rates, alpha]) => ({
      ...read('[loradeck]\nrecipe = "none"\n'),
      values: { training_comment: comment, network_args: args, text_encoder_lr: rates, network_alpha: alpha },
    }));
    expect(throughPython(files.map(configText))).toEqual(
      files.map(effective).map((values) => JSON.parse(JSON.stringify(values)) as unknown),
    );
  });

  test('reads loradeck.toml itself as we write it', () => {
    const folders = ['10_hero', '3_hero, red coat', "1_it's = a # test", '2_“é”', '1_a.b'];
    let text: string | null = null;
    const changes = [
      (file: ReturnType<typeof read>) => setSetting(file, 'text_encoder_lr', [1, 5e-5]),
      (file: ReturnType<typeof read>) => setSetting(file, 'conv_dim', 8),
      ...folders.map((folder) => (file: ReturnType<typeof read>) => setGoal(file, folder, 'character')),
    ];
    for (const change of changes) {
      const entry: Entry | undefined = change(read(text)).entries[0];
      if (entry?.kind === 'text') text = entry.after;
    }
    expect(throughPython([text ?? ''])).toEqual([JSON.parse(JSON.stringify(parse(text ?? '')))]);
  });
});
