import type { PlanField, TrainerEvent } from './events.js';

/*
 * What the trainer says in words. Its own sentences are "English / Japanese", and the Japanese half is `???` on a
 * console that lacks it, so only the English part and the number at the end are looked at. A log record in a narrow
 * terminal has lost its spaces, so records are compared without any.
 */

const PLAN: [RegExp, PlanField][] = [
  [/^\s*num train images \* repeats\b.*:\s*(\d+)\s*$/, 'train_images'],
  [/^\s*num reg images\b.*:\s*(\d+)\s*$/, 'reg_images'],
  [/^\s*num batches per epoch\b.*:\s*(\d+)\s*$/, 'batches_per_epoch'],
  [/^\s*num epochs\b.*:\s*(\d+)\s*$/, 'total_epochs'],
  [/^\s*gradient accumulation steps\b.*=\s*(\d+)\s*$/, 'accumulation'],
  [/^\s*total optimization steps\b.*:\s*(\d+)\s*$/, 'total_steps'],
];

const LOADING = [
  'Loadingsettingsfrom',
  'UsingDreamBoothmethod',
  'Loadingdatasetconfigfrom',
  'prepareimages.',
  'preparingaccelerator',
  'acceleratordevice:',
  'loadingmodelforprocess',
  'importnetworkmodule:',
  'createLoRAnetwork',
  'prepareoptimizer,dataloaderetc.',
];

const CACHING = ['cachinglatents', 'cachingTextEncoderoutputs', 'checkingcachevalidity'];

/** What a plain line (as `print` writes it, never folded) says; empty when it says nothing of interest. */
export function readPlainLine(line: string): TrainerEvent[] {
  for (const [pattern, field] of PLAN) {
    const found = pattern.exec(line);
    if (found) return [{ kind: 'plan', field, value: Number(found[1]) }];
  }
  const epoch = /^\s*epoch (\d+)\/(\d+)\s*$/.exec(line);
  if (epoch) return [{ kind: 'epoch', epoch: Number(epoch[1]), total: Number(epoch[2]) }];
  const usage = /^([\w.-]+\.py): error: (.+)$/.exec(line);
  if (usage) return [{ kind: 'refused', source: usage[1] ?? '', message: usage[2] ?? '' }];
  return readPhrase(line);
}

/** What a log record or an unfolded line says. */
export function readPhrase(text: string): TrainerEvent[] {
  const tight = text.replace(/\s+/g, '');
  const rest = (phrase: RegExp): string => text.replace(phrase, '').trim();
  if (tight === 'modelsaved.') return [{ kind: 'model-saved' }];
  if (tight.startsWith('savingcheckpoint:')) return [{ kind: 'save', path: rest(/^\s*saving\s+checkpoint\s*:/) }];
  if (tight.startsWith('removingoldcheckpoint:')) {
    return [{ kind: 'removed', what: 'checkpoint', path: rest(/^\s*removing\s+old\s+checkpoint\s*:/) }];
  }
  if (tight.startsWith('removingoldstate:')) {
    return [{ kind: 'removed', what: 'state', path: rest(/^\s*removing\s+old\s+state\s*:/) }];
  }
  const epoch = /^epochisincremented\.current_epoch:\d+,epoch:(\d+)$/.exec(tight);
  if (epoch) return [{ kind: 'epoch', epoch: Number(epoch[1]), total: null }];
  if (tight.startsWith('Savingcurrentstateto')) {
    return [{ kind: 'state', path: rest(/^\s*Saving\s+current\s+state\s+to/), done: false }];
  }
  if (tight.startsWith('Randomstatessavedin')) {
    const file = rest(/^\s*Random\s+states\s+saved\s+in/);
    return [{ kind: 'state', path: file.replace(/[/\\][^/\\]*$/, ''), done: true }];
  }
  if (tight.startsWith('generatingsampleimagesatstep')) return [{ kind: 'sampling' }];
  if (tight.startsWith('Nodatafound.')) return [{ kind: 'no-data', message: english(text) }];
  if (/\.tomlnotfound\.$/.test(tight)) return [{ kind: 'refused', source: 'config', message: text.trim() }];
  if (CACHING.some((phrase) => tight.startsWith(phrase))) return [{ kind: 'work', what: 'caching' }];
  if (LOADING.some((phrase) => tight.startsWith(phrase))) return [{ kind: 'work', what: 'loading' }];
  return [];
}

/**
 * The English half of one of the trainer's "English / Japanese" sentences, with the value behind the Japanese half if
 * there is one (`caption file is empty / …: /img/2.txt`).
 */
export function english(text: string): string {
  const cut = /^([\u0020-\u007e]*?)\s\/\s*(?=\S)(.*(?:[^\u0000-\u007f]|\\u[\da-f]{4}|\?{3}).*)$/is.exec(text);
  if (!cut) return text.trim();
  const value = /: ?([\u0020-\u007e]+)$/.exec(cut[2] ?? '')?.[1]?.trim() ?? '';
  return value === '' || /\\u[\da-f]{4}|\?{3}/i.test(value) ? (cut[1] ?? '').trim() : `${(cut[1] ?? '').trim()}: ${value}`;
}
