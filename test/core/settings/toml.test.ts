import fc from 'fast-check';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { removeToml, setToml } from '../../../src/core/settings/toml.js';

const commented = `# my settings
# second line

# folders
train_data_dir = "."   # the workspace
output_name = 'old'    # literal

learning_rate = 1.0
network_dim = 32 # rank
# arguments, one a line
optimizer_args = [ # open
  "decouple=True", # first
  "weight_decay=0.1",
]
text_encoder_lr = [1.0, 5e-5]
flip_aug = false

# a section of the trainer's own
[saving] # head
save_every_n_epochs = 1 # often
save_precision = "fp16"

# ours
[loradeck]
style = "booru" # style
# goals
[loradeck.goals]
"10_a, b" = "character" # main
# the end
`;

const comments = (text: string) => text.split('\n').flatMap((line) => /#.*$/.exec(line)?.[0] ?? []);

const paths = [
  ['train_data_dir'],
  ['output_name'],
  ['learning_rate'],
  ['network_dim'],
  ['optimizer_args'],
  ['text_encoder_lr'],
  ['flip_aug'],
  ['seed'],
  ['network_args'],
  ['saving', 'save_every_n_epochs'],
  ['saving', 'save_last_n_epochs'],
  ['loradeck', 'style'],
  ['loradeck', 'recipe'],
  ['loradeck', 'goals', '10_a, b'],
  ['loradeck', 'goals', '5_“x”.y = "z"'],
  ['other', 'x'],
];

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('#', ''));
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.integer().map(BigInt),
  fc.array(text, { minLength: 1, maxLength: 4 }),
  fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 3 }),
);

const get = (all: unknown, path: readonly string[]) =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], all);
const plain = (v: unknown) => (typeof v === 'bigint' ? Number(v) : v);
const order = (all: string) => all.split('\n').flatMap((line) => /^[\w"“”., =]+? =|^\[.*\]/.exec(line)?.[0] ?? []);

test.each(['\n', '\r\n'])('random edits set their value, keep every other one, and lose no comment (line end %j)', (end) => {
  const start = commented.replaceAll('\n', end);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), value), { minLength: 1, maxLength: 12 }), (edits) => {
      let now = start;
      for (const [path, next] of edits) {
        const before: unknown = parse(now);
        now = setToml(now, path, next);
        const after: unknown = parse(now);
        expect(get(after, path)).toEqual(plain(next));
        for (const other of paths) if (other !== path) expect(get(after, other)).toEqual(get(before, other));
      }
      // A list with fewer items has no place for the comment of an item that is gone.
      const kept = comments(start).filter((comment) => !comment.includes('first'));
      for (const comment of kept) expect(now).toContain(comment.trim());
      expect(now.split('\n').filter((line) => end === '\r\n' && line !== '' && !line.endsWith('\r'))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('changing a value leaves every other line as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (dim) => {
      const changed = setToml(commented, ['network_dim'], BigInt(dim));
      expect(changed).toBe(commented.replace('network_dim = 32 # rank', `network_dim = ${dim} # rank`));
    }),
  );
});

test('a new key goes after the last of its table, not behind the comment of the next one', () => {
  const changed = setToml(commented, ['seed'], 42n);
  expect(changed).toBe(commented.replace('flip_aug = false\n', 'flip_aug = false\nseed = 42\n'));
  expect(setToml(commented, ['loradeck', 'recipe'], 'none')).toBe(commented.replace('# style\n', '# style\nrecipe = "none"\n'));
});

test('a new key stands before tables, also in a file that has only tables', () => {
  expect(setToml('# mine\n[loradeck]\nstyle = "e6"\n', ['seed'], 1n)).toBe('seed = 1\n\n# mine\n[loradeck]\nstyle = "e6"\n');
  expect(setToml('', ['seed'], 1n)).toBe('seed = 1\n');
  expect(setToml('# only a comment', ['loradeck', 'goals', '1_x'], 'style')).toBe(
    '# only a comment\n\n[loradeck.goals]\n1_x = "style"\n',
  );
});

test('taking keys out keeps comments and the order of the rest', () => {
  fc.assert(
    fc.property(fc.subarray(paths, { minLength: 1 }), (out) => {
      let now = commented;
      for (const path of out) now = removeToml(now, path);
      for (const path of out) expect(get(parse(now), path)).toBeUndefined();
      for (const path of paths) if (!out.includes(path)) expect(get(parse(now), path)).toEqual(get(parse(commented), path));
      // The comments inside a list go with the list.
      for (const comment of comments(commented).filter((c) => !/open|first/.test(c))) expect(now).toContain(comment.trim());
      const left = order(commented).filter((line) => order(now).includes(line));
      expect(order(now)).toEqual(left);
    }),
    { numRuns: 200 },
  );
});

test('floats keep their point and lists are of one kind', () => {
  expect(setToml('', ['learning_rate'], 1)).toBe('learning_rate = 1.0\n');
  expect(setToml('text_encoder_lr = [1.0, 1.0]\n', ['text_encoder_lr'], [1, 5e-5])).toBe('text_encoder_lr = [1.0, 0.00005]\n');
  expect(setToml('', ['text_encoder_lr'], [1, 5e-5])).toBe('text_encoder_lr = [1.0, 0.00005]\n');
});

test('a byte order mark, characters outside the BMP, inline and dotted tables', () => {
  expect(setToml('\ufeffa = 1\nb = 2\n', ['a'], 5n)).toBe('\ufeffa = 5\nb = 2\n');
  expect(removeToml('\ufeffa = 1\nb = 2\n', ['a'])).toBe('\ufeffb = 2\n');
  expect(setToml('a = "😀" # 😀', ['a'], 'x😀"')).toBe('a = "x😀\\"" # 😀');
  expect(setToml('loradeck = { style = "e6" }\n', ['loradeck', 'family'], 'sdxl')).toBe(
    'loradeck = { style = "e6", family = "sdxl" }\n',
  );
  expect(parse(setToml('loradeck.style = "e6"\n', ['loradeck', 'family'], 'sdxl'))).toEqual({
    loradeck: { style: 'e6', family: 'sdxl' },
  });
});
