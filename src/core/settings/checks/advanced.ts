import type { Finding } from '../../checks/finding.js';
import { finding, number, on, setTo, type Look } from './context.js';

/** S21, S25 with M02, S29, S30, and captions that lose their activation tag (T03). */
export function checkAdvanced(look: Look): Finding[] {
  const found: Finding[] = [];
  if (on(look, 'debiased_estimation_loss') && on(look, 'min_snr_gamma')) {
    found.push(
      finding(
        'S30',
        'info',
        'debiased_estimation_loss',
        'Debiased estimation and min SNR multiply with each other; use one of them.',
        { fix: setTo(look, 'debiased_estimation_loss', false) },
      ),
    );
  }
  if (number(look, 'noise_offset', 0) !== 0) {
    found.push(
      finding('S29', 'info', 'noise_offset', 'A noise offset gave worse results in most cases; 0 is advised.', {
        fix: setTo(look, 'noise_offset', 0),
      }),
    );
  }
  if (on(look, 'flip_aug')) {
    const several = look.concepts.length > 1 ? `, in all ${look.concepts.length} concepts,` : '';
    found.push(
      finding(
        look.concepts.length > 1 ? 'M02' : 'S25',
        'warn',
        'flip_aug',
        `Pictures are mirrored at random${several} which spoils anything asymmetric.`,
        { fix: setTo(look, 'flip_aug', false) },
      ),
    );
  }
  const dropouts = ['network_dropout', 'rank_dropout', 'module_dropout'].filter((key) => {
    return key === 'network_dropout' ? number(look, key, 0) > 0 : Number(look.network.args.get(key) ?? 0) > 0;
  });
  if (dropouts.length > 0)
    found.push(
      finding(
        'S21',
        'info',
        dropouts[0] === 'network_dropout' ? 'network_dropout' : 'network_args',
        `The guide keeps dropout at 0 (${dropouts.join(', ')}).`,
      ),
    );
  const first = Math.max(0, ...look.concepts.map(({ text }) => text.split(',').filter((tag) => tag.trim() !== '').length));
  if (on(look, 'shuffle_caption') && number(look, 'keep_tokens', 0) < first && !on(look, 'keep_tokens_separator')) {
    found.push(
      finding(
        'T03',
        'warn',
        'keep_tokens',
        `Tags are shuffled, and ${first === 1 ? 'the activation tag' : `the ${first} activation tags`} would not stay in front.`,
        { fix: setTo(look, 'keep_tokens', first) },
      ),
    );
  }
  return found;
}
