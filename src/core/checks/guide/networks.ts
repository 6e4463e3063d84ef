import type { GuideRule } from './rule.js';

/** L: the kinds of LyCORIS networks. */
export const networkRules: readonly GuideRule[] = [
  {
    id: 'L01', level: null, title: 'LoCon', source: 'guide part 7',
    rule: 'For almost everything: several concepts, concepts, styles. Rank at most 64, 32 advised; alpha half of it unless the optimizer is adaptive.',
    reason: 'It trains the convolutions too.',
    check: 'The network settings.',
    fix: null,
  },
  {
    id: 'L02', level: null, title: 'LoHa', source: 'guide part 7',
    rule: 'For several concepts and general ones; slow, weak on fine detail, hard to use on other models. Rank at most 32.',
    reason: 'It combines two small networks by multiplying them value by value.',
    check: 'The network settings.',
    fix: null,
  },
  {
    id: 'L03', level: null, title: 'LoKr', source: 'guide part 7',
    rule: 'As LoHa; factor -1 for small files, about 8 for large ones.',
    reason: 'It combines two small networks by the Kronecker product.',
    check: null, fix: null,
  },
  {
    id: 'L04', level: null, title: 'DyLoRA', source: 'guide part 7',
    rule: 'General; finds its own rank; slow. Rank about 128, alpha half, gradient accumulation, batch size 1.',
    reason: 'It trains all ranks up to the given one at once.',
    check: 'The network settings.',
    fix: null,
  },
  {
    id: 'L05', level: null, title: 'GLoRA', source: 'guide part 7',
    rule: 'For styles and concepts; poor on a single subject. Shorter training, which the guide has still to test.',
    reason: 'It is made to generalise.',
    check: null, fix: null,
  },
  {
    id: 'L06', level: 'error', title: 'iA3', source: 'guide part 7',
    rule: 'General, and styles; tiny files, hard to use on other models. Rate 5e-3 to 1e-2 unless adaptive.',
    reason: 'It scales what layers pass on and adds nothing.',
    today: 'LyCORIS 3 stops on it with an error; use LoCon or GLoRA.',
    check: 'The network settings.',
    fix: 'Choose another algorithm.',
  },
  {
    id: 'L07', level: null, title: 'Diag-OFT', source: 'guide part 7',
    rule: 'General and fast; seems to leave alone what is there by chance.',
    reason: 'It turns weights and does not change their strength; the guide is unsure of it.',
    check: null, fix: null,
  },
  {
    id: 'L08', level: 'warn', title: 'native fine-tuning', source: 'guide part 7',
    rule: 'Very large files.',
    reason: 'All weights are trained.',
    check: null,
    fix: 'Choose another algorithm.',
  },
];
