import type { Finding } from '../../checks/finding.js';
import { finding, number, on, setTo, type Look } from './context.js';

/** S11, S26, S27 and the trainer's rules about caching and loading. */
export function checkLoader(look: Look): Finding[] {
  const found: Finding[] = [];
  const latents = on(look, 'cache_latents');
  const disk = on(look, 'cache_latents_to_disk');
  if (disk && !latents) {
    found.push(
      finding('R-2', 'info', 'cache_latents', 'Caching to disk turns caching on by itself.', {
        fix: setTo(look, 'cache_latents', true),
      }),
    );
  }
  if (!disk && !latents) {
    found.push(
      finding(
        'S11',
        'info',
        'cache_latents',
        'Latents are not cached, so every picture is encoded anew in every epoch, which is slow.',
        { fix: setTo(look, 'cache_latents', true) },
      ),
    );
  }
  for (const key of ['color_aug', 'random_crop']) {
    if (on(look, key) && (latents || disk)) {
      found.push(
        finding('R-1', 'error', key, `${key} cannot go with cached latents: the trainer refuses.`, {
          blocks: true,
          fix: setTo(look, key, false),
        }),
      );
    }
  }
  if (on(look, 'persistent_data_loader_workers') && number(look, 'max_data_loader_n_workers', 8) < 1) {
    found.push(
      finding(
        'S26',
        'error',
        'persistent_data_loader_workers',
        'Loader processes cannot be kept when there are none (0): the trainer stops.',
        { blocks: true, fix: setTo(look, 'max_data_loader_n_workers', 2) },
      ),
    );
  }
  if (!on(look, 'xformers') && !on(look, 'sdpa') && !on(look, 'mem_eff_attn')) {
    found.push(
      finding('S27', 'info', 'xformers', 'Neither xformers nor sdpa is on, which takes more memory and time.', {
        fix: setTo(look, 'sdpa', true),
      }),
    );
  }
  return found;
}
