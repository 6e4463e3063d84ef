import type { Finding } from '../../checks/finding.js';
import { finding, on, setTo, text, type Look } from './context.js';

/** S02, S09, S10 with R-21, and SDXL's VAE in fp16. */
export function checkPrecision(look: Look): Finding[] {
  const found: Finding[] = [];
  const mixed = text(look, 'mixed_precision', 'no');
  const saved = text(look, 'save_precision', 'float');
  const named = mixed === 'no' ? 'float' : mixed;
  if (named !== saved) {
    const fix = setTo(look, 'save_precision', named);
    found.push(
      finding(
        'S09',
        'warn',
        'save_precision',
        `Mixed precision is ${mixed} and save precision ${saved}; they should be the same.`,
        { fix },
      ),
    );
  }
  for (const kind of ['fp16', 'bf16']) {
    const key = `full_${kind}`;
    if (!on(look, key)) continue;
    const fix = setTo(look, key, false);
    if (mixed !== kind)
      found.push(
        finding('R-21', 'error', key, `${key} needs mixed precision ${kind}, and it is ${mixed}: the trainer refuses.`, {
          blocks: true,
          fix,
        }),
      );
    else found.push(finding('S10', 'warn', key, `${key} costs quality; leave it off.`, { fix }));
  }
  const format = text(look, 'save_model_as', 'safetensors');
  if (format === 'ckpt' || format === 'pt') {
    found.push(
      finding('S02', 'warn', 'save_model_as', `${format} can carry harmful code and few programs like it; save as safetensors.`, {
        fix: setTo(look, 'save_model_as', 'safetensors'),
      }),
    );
  }
  if (look.family === 'sdxl' && mixed === 'fp16' && !on(look, 'no_half_vae') && !on(look, 'vae')) {
    found.push(
      finding(
        'R-69',
        'warn',
        'no_half_vae',
        "SDXL's own VAE often gives NaN in fp16, which stops the run while latents are cached.",
        { fix: setTo(look, 'no_half_vae', true) },
      ),
    );
  }
  return found;
}
