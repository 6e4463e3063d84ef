import type { Finding } from '../../checks/finding.js';
import { readResolution } from '../../plan/bucket.js';
import { finding, number, on, setTo, type Look } from './context.js';

/** S16, S17 and the trainer's rules about resolution and buckets. */
export function checkBuckets(look: Look): Finding[] {
  if (on(look, 'dataset_config')) return [];
  const size = readResolution(look.values['resolution']);
  if (size === null) {
    const fix = setTo(look, 'resolution', look.family === 'sdxl' ? '1024,1024' : '768,768');
    return [
      finding('R-19', 'error', 'resolution', 'The resolution is width,height, as in "768,768": the trainer stops without it.', {
        blocks: true,
        fix,
      }),
    ];
  }
  return [...checkResolution(look, size), ...(on(look, 'enable_bucket') ? checkLimits(look, size) : noBuckets(look))];
}

function checkResolution(look: Look, [width, height]: [number, number]): Finding[] {
  const native = look.family === 'sdxl' ? 1024 : 768;
  if (width * height <= native * native) {
    if (width * height >= 768 * 768) return [];
    return [finding('S16', 'info', 'resolution', `At ${width}×${height} quality is reduced; it is meant for weak cards.`)];
  }
  const fix = setTo(look, 'resolution', `${native},${native}`);
  const whose = look.family === null ? 'most models are' : 'models of this family are';
  return [
    finding(
      'S16',
      'warn',
      'resolution',
      `${width}×${height} is more than ${whose} made for (${native}), unless yours says otherwise.`,
      { fix },
    ),
  ];
}

function noBuckets(look: Look): Finding[] {
  return [
    finding(
      'S17',
      'info',
      'enable_bucket',
      'Without buckets every picture must have exactly the resolution, or the trainer stops at it (R-18).',
      { fix: setTo(look, 'enable_bucket', true) },
    ),
  ];
}

function checkLimits(look: Look, [width, height]: [number, number]): Finding[] {
  const found: Finding[] = [];
  const step = number(look, 'bucket_reso_steps', 64);
  const unit = look.family === 'sdxl' ? 32 : 64;
  if (step < 1 || step % unit !== 0) {
    found.push(
      finding(
        'R-14',
        'error',
        'bucket_reso_steps',
        `bucket_reso_steps must be a multiple of ${unit}: the trainer refuses ${step}.`,
        { blocks: true, fix: setTo(look, 'bucket_reso_steps', 64) },
      ),
    );
    return found;
  }
  const least = Math.floor(number(look, 'min_bucket_reso', 256) / step) * step;
  const most = Math.ceil(number(look, 'max_bucket_reso', 1024) / step) * step;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (least > short)
    found.push(
      finding(
        'R-16',
        'error',
        'min_bucket_reso',
        `The shortest bucket side ${least} is over the resolution ${short}: the trainer refuses.`,
        { blocks: true, fix: setTo(look, 'min_bucket_reso', 256) },
      ),
    );
  if (most < long)
    found.push(
      finding(
        'R-16',
        'error',
        'max_bucket_reso',
        `The longest bucket side ${most} is under the resolution ${long}: the trainer refuses.`,
        { blocks: true, fix: setTo(look, 'max_bucket_reso', long) },
      ),
    );
  // With bucket_no_upscale the limits are looked at, and then ignored.
  else if (most === long && !on(look, 'bucket_no_upscale')) {
    found.push(
      finding(
        'S17',
        'info',
        'max_bucket_reso',
        `The guide sets the longest bucket side to the resolution, but today every picture that is not square then shrinks (at 768 a 3:2 one to 768×512 in place of 896×640).`,
        { fix: setTo(look, 'max_bucket_reso', 2048) },
      ),
    );
  }
  return found;
}
