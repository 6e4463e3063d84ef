import { homedir } from 'node:os';
import type { Finding } from '../../checks/finding.js';
import { finding, number, on, setTo, text, unset, type Look } from './context.js';

const MODEL = 'pretrained_model_name_or_path';

/** S01, S03, S23 and the trainer's own rules about the model's family. */
export function checkModel(look: Look): Finding[] {
  return [...checkFile(look), ...checkFamily(look), ...checkPrediction(look)];
}

function checkFile(look: Look): Finding[] {
  const path = text(look, MODEL).trim();
  const blocks = !look.recorded;
  if (path === '')
    return [
      finding('S01', 'error', MODEL, 'No base model is chosen: training needs the checkpoint that it starts from.', { blocks }),
    ];
  if (path.startsWith('~/')) {
    const fix = setTo(look, MODEL, homedir() + path.slice(1));
    return [
      finding('S01', 'error', MODEL, 'The trainer does not know ~ for your home folder: write the whole path.', { blocks, fix }),
    ];
  }
  const place = look.around?.model;
  if (place === 'locked') return [finding('S01', 'error', MODEL, 'You may not read the base model.', { blocks })];
  if (place !== 'missing') return [];
  if (/^[\w.-]+\/[\w.-]+$/.test(path) && !/\.(safetensors|ckpt|pt|pth|bin)$/i.test(path)) {
    return [
      finding(
        'S01',
        'warn',
        MODEL,
        'The base model is no file here, so the trainer takes it for a repository on Hugging Face and loads it from there.',
      ),
    ];
  }
  return [finding('S01', 'error', MODEL, 'The base model does not exist at this path.', { blocks })];
}

function checkFamily(look: Look): Finding[] {
  const found: Finding[] = [];
  const v2 = on(look, 'v2');
  if (look.family === 'sd2' && !v2)
    found.push(
      finding('S03', 'error', 'v2', 'The family is Stable Diffusion 2, but v2 is off.', { fix: setTo(look, 'v2', true) }),
    );
  if (look.family === 'sdxl' && v2) {
    found.push(
      finding('R-11', 'error', 'v2', 'The trainer refuses v2 with an SDXL model.', {
        blocks: true,
        fix: setTo(look, 'v2', false),
      }),
    );
  }
  if (look.family === 'sd15' && v2)
    found.push(
      finding('S03', 'error', 'v2', 'The family is Stable Diffusion 1.5, but v2 is on.', { fix: setTo(look, 'v2', false) }),
    );
  if (look.values['clip_skip'] !== undefined && (look.family === 'sdxl' || v2)) {
    const rule = v2 ? 'R-13' : 'S23';
    found.push(
      finding(rule, 'info', 'clip_skip', `${v2 ? 'Stable Diffusion 2' : 'SDXL'} training ignores clip skip with a warning.`, {
        fix: unset(look, 'clip_skip'),
      }),
    );
  } else if (number(look, 'clip_skip', 1) > 2) {
    found.push(finding('S23', 'info', 'clip_skip', 'Most anime models use clip skip 2 and most others 1.'));
  }
  return found;
}

/** S22, with. */
function checkPrediction(look: Look): Finding[] {
  const found: Finding[] = [];
  const v = on(look, 'v_parameterization');
  if (on(look, 'zero_terminal_snr') && !v) {
    found.push(
      finding(
        'R-6',
        'warn',
        'zero_terminal_snr',
        'Zero terminal SNR without v-parameterisation: the trainer warns, and results may be odd.',
        { fix: setTo(look, 'v_parameterization', true) },
      ),
    );
  }
  if (on(look, 'scale_v_pred_loss_like_noise_pred') && !v) {
    const key = 'scale_v_pred_loss_like_noise_pred';
    found.push(
      finding('R-4', 'error', key, 'The trainer refuses to scale the v-prediction loss without v-parameterisation.', {
        blocks: true,
        fix: setTo(look, key, false),
      }),
    );
  }
  return found;
}
