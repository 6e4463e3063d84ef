import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feed, afterWarmup, type Fed } from '../../../src/core/trainer-eye/feed.js';
import { drawWildcards, seeded } from '../../../src/core/trainer-eye/wildcards.js';
import { rulesOf } from './eye.js';

const plain = rulesOf('');
const draws = (text: string, rules: ReturnType<typeof rulesOf>, count = 200): Fed[] =>
  Array.from({ length: count }, (_, seed) => feed(text, rules, seeded(seed)));
const texts = (fed: Fed[]) => new Set(fed.map(({ text }) => text));
const roles = ({ parts }: Fed) => parts.map(({ text, role }) => `${role} ${text}`);

describe('without any option', () => {
  it('feeds the text as it is, whatever stands in it', () => {
    const text = 'hmbrgr,,  bun ||| {a|b},';
    expect(feed(text, plain, seeded(1))).toEqual({ text, parts: [{ text, role: 'whole' }], left: [], without: null, line: null });
  });
});

describe('prefix and suffix', () => {
  it('stand with a space, and no comma', () => {
    expect(feed('bun, top', rulesOf('caption_prefix = "sks"\ncaption_suffix = "end"'), seeded(1)).text).toBe('sks bun, top end');
  });

  it('become parts of the first and the last tag', () => {
    const fed = feed('bun, top', rulesOf('caption_prefix = "sks"\ncaption_suffix = "end"\nshuffle_caption = true\nkeep_tokens = 2'), seeded(1));
    expect(roles(fed)).toEqual(['kept sks bun', 'kept top end']);
  });

  it('stand on the first and the last line only', () => {
    const seen = texts(draws('one\ntwo\nthree', rulesOf('caption_prefix = "P"\ncaption_suffix = "S"\nenable_wildcard = true')));
    expect(seen).toEqual(new Set(['P one', 'two', 'three S']));
  });
});

describe('leaving captions out', () => {
  it('does so at the rate that is set, before anything else', () => {
    const fed = draws('bun', rulesOf('caption_dropout_rate = 0.25\ncaption_prefix = "sks"'), 4000);
    const without = fed.filter((one) => one.without === 'chance');
    expect(without.length / 4000).toBeCloseTo(0.25, 1);
    expect(texts(fed)).toEqual(new Set(['', 'sks bun']));
  });

  it('does so in every nth epoch', () => {
    const rules = rulesOf('caption_dropout_every_n_epochs = 3');
    const seen = [1, 2, 3, 4, 5, 6].map((epoch) => feed('bun', rules, seeded(1), { ...afterWarmup, epoch }).without);
    expect(seen).toEqual([null, null, 'epoch', null, null, 'epoch']);
  });
});

describe('wildcards', () => {
  it('draws a line, and one of what stands in braces', () => {
    const rules = rulesOf('enable_wildcard = true');
    expect(texts(draws('{red|blue} bun\ntop', rules))).toEqual(new Set(['red bun', 'blue bun', 'top']));
    expect(feed('one\ntwo', rules, () => 0.99).line).toEqual({ number: 2, of: 2 });
    expect(feed('one', rules, () => 0.99).line).toBeNull();
  });

  it.each([
    ['{a}', 'a'],
    ['{}', '{}'],
    ['{{a|b}}', '{a|b}'],
    ['{{{a|b}}}', '{a'],
    ['{a|{b|c}|d}', 'a|d}'],
    ['{|b}', ''],
    ['{a|b', '{a|b'],
    ['a|b', 'a|b'],
  ])('%s', (text, first) => expect(drawWildcards(text, () => 0)).toBe(first));

  it('are off: the first line alone is fed', () => {
    expect(feed('{a|b}\ntwo', plain, seeded(1)).text).toBe('{a|b}');
  });
});

describe('shuffling', () => {
  it('keeps so many tags in front', () => {
    const fed = draws('hmbrgr, bun, top, cheese', rulesOf('shuffle_caption = true\nkeep_tokens = 1'));
    expect(texts(fed).size).toBe(6);
    for (const one of fed) expect(one.text).toMatch(/^hmbrgr, /);
    expect(new Set(fed.flatMap(roles))).toEqual(new Set(['kept hmbrgr', 'mixed bun', 'mixed top', 'mixed cheese']));
  });

  it('counts empty places as tags', () => {
    const rules = rulesOf('shuffle_caption = true\nkeep_tokens = 1');
    expect(texts(draws(', sks, a, b', rules))).toContain(', b, sks, a');
    expect(texts(draws('sks, a, b,', rules))).toContain('sks, b, , a');
  });

  it('joins with a comma and a space, whatever the separator is', () => {
    expect(feed('a; b ;c', rulesOf('caption_separator = ";"\nshuffle_caption = true\nkeep_tokens = 3'), seeded(1)).text).toBe('a, b, c');
  });

  it('keeps what the separator for kept tags says, and not keep_tokens', () => {
    const rules = rulesOf('shuffle_caption = true\nkeep_tokens = 5\nkeep_tokens_separator = "|||"');
    const fed = draws('sks, , red ||| a, , b, c ||| end, ||| last', rules);
    for (const one of fed) expect(one.text).toMatch(/^sks, red, ([abc], ){3}end, \|\|\| last$/);
    expect(texts(fed).size).toBe(6);
    expect(roles(feed('sks ||| a', rules, seeded(1)))).toEqual(['kept sks', 'mixed a']);
    expect(feed('a, b, c, d, e, f', rules, seeded(1)).text).toBe('a, b, c, d, e, f');
  });

  it('moves tags that the second separator joins as one', () => {
    const fed = draws('sks, sky;;;cloud, a', rulesOf('shuffle_caption = true\nkeep_tokens = 1\nsecondary_separator = ";;;"'));
    expect(texts(fed)).toEqual(new Set(['sks, sky,cloud, a', 'sks, a, sky,cloud']));
    expect(fed.flatMap(roles)).toContain('mixed sky,cloud');
  });

  it('puts the second separator right without it, too', () => {
    expect(feed('sky;;;cloud', rulesOf('secondary_separator = ";;;"'), seeded(1)).text).toBe('sky,cloud');
  });
});

describe('leaving tags out', () => {
  it('never takes those that are kept, and says which it took', () => {
    const fed = draws('sks, a, b ||| x', rulesOf('caption_tag_dropout_rate = 0.5\nkeep_tokens = 1'), 2000);
    for (const one of fed) expect(one.text).toMatch(/^sks/);
    const left = fed.flatMap((one) => one.left.filter(({ text }) => text === 'a')).length;
    expect(left / 2000).toBeCloseTo(0.5, 1);
    for (const one of fed) expect([...one.parts, ...one.left].map(({ text }) => text).sort()).toEqual(['a', 'b ||| x', 'sks']);
    expect(roles(feed('sks, a', rulesOf('caption_tag_dropout_rate = 0.5\nkeep_tokens = 1'), () => 0.9))).toEqual(['kept sks', 'held a']);
  });
});

describe('warming up', () => {
  const rules = rulesOf('token_warmup_step = 100\ntoken_warmup_min = 1\nkeep_tokens = 1');
  const at = (step: number, given = rules) => feed('sks, a, b, c, d, e', given, seeded(1), { epoch: 1, step, steps: 200 });

  it('feeds more tags with each step', () => {
    expect([0, 24, 25, 50, 99, 100].map((step) => at(step).parts.length)).toEqual([2, 2, 3, 4, 5, 6]);
    expect(at(50).text).toBe('sks, a, b, c');
    expect(at(50).left).toEqual([{ text: 'd', why: 'warm-up' }, { text: 'e', why: 'warm-up' }]);
  });

  it('takes a fraction for a share of all steps', () => {
    const half = rulesOf('token_warmup_step = 0.5\nkeep_tokens = 1');
    expect(at(50, half).text).toBe(at(50).text);
    expect(at(100, half).parts.length).toBe(6);
  });
});

describe('cached text encoders', () => {
  it('have seen the caption as it was read', () => {
    const toml = 'cache_text_encoder_outputs = true\ncaption_prefix = "sks"\nenable_wildcard = true\npretrained_model_name_or_path = "ponyXL.safetensors"';
    expect(feed('{a|b}', rulesOf(toml), seeded(1)).text).toBe('{a|b}');
    expect(feed('{a|a}', rulesOf(toml.replace('ponyXL', 'v1-5')), seeded(1)).text).toBe('sks a');
  });
});

it('holds in any case: what is fed and what is left out is what was there, and what is kept stays in its place', () => {
  const tag = fc.constantFrom('sks', 'a', 'b', 'long hair', '', ' c ', 'd_e');
  fc.assert(
    fc.property(fc.array(tag, { minLength: 1, maxLength: 8 }), fc.nat(4), fc.boolean(), fc.constantFrom(0, 0.3, 1), fc.nat(), (tags, keep, shuffle, rate, seed) => {
      const rules = rulesOf(`keep_tokens = ${keep}\nshuffle_caption = ${shuffle}\ncaption_tag_dropout_rate = ${rate}`);
      const fed = feed(tags.join(','), rules, seeded(seed));
      if (!shuffle && rate === 0) {
        expect(fed.text).toBe(tags.join(','));
        return;
      }
      const clean = tags.join(',').trim().split(',').map((one) => one.trim());
      expect([...fed.parts, ...fed.left].map(({ text }) => text).sort()).toEqual([...clean].sort());
      expect(fed.parts.slice(0, keep).map(({ text }) => text)).toEqual(clean.slice(0, keep));
      if (rate === 1) expect(fed.parts.length).toBe(Math.min(keep, clean.length));
      expect(fed.text).toBe(fed.parts.map(({ text }) => text).join(', '));
      expect(feed(tags.join(','), rules, seeded(seed))).toEqual(fed);
    }),
  );
});
