import type { Finding } from '../../checks/finding.js';
import { finding, number, setTo, unset, type Look } from './context.js';

/** S15: rates by optimizer. */
export function checkRates(look: Look): Finding[] {
  return look.adaptive ? checkAdaptive(look) : checkGiven(look);
}

/** The rates that count: of a part that has none of its own, the learning rate. 0 leaves a part untrained. */
function rates(look: Look): { key: string; rate: number }[] {
  const main = number(look, 'learning_rate', 2e-6);
  const list = look.values['text_encoder_lr'];
  const first: unknown = Array.isArray(list) ? (list as readonly unknown[])[0] : list;
  const unetOnly = look.values['network_train_unet_only'] === true;
  const textOnly = look.values['network_train_text_encoder_only'] === true;
  const of = (key: string, own: unknown) => (typeof own === 'number' ? { key, rate: own } : { key: 'learning_rate', rate: main });
  return [...(textOnly ? [] : [of('unet_lr', look.values['unet_lr'])]), ...(unetOnly ? [] : [of('text_encoder_lr', first)])];
}

function checkAdaptive(look: Look): Finding[] {
  const trained = rates(look).filter(({ rate }) => rate !== 0);
  const different = trained.find(({ rate }) => rate !== trained[0]?.rate);
  if (different) {
    const shown = trained.map(({ rate }) => rate).join(' and ');
    const key = different.key === 'learning_rate' ? (trained[0]?.key ?? different.key) : different.key;
    const happens = /prodigy$/i.test(look.optimizer) ? 'it stops at the first step' : 'only the first would act';
    const fix = unset(look, key) ?? setTo(look, 'learning_rate', 1);
    return [
      finding(
        'S15',
        'error',
        key,
        `${look.optimizer} takes one rate, and here are two (${shown}): ${happens}. A rate of 0 is allowed.`,
        { blocks: /prodigy$/i.test(look.optimizer), fix },
      ),
    ];
  }
  const off = trained.find(({ rate }) => rate !== 1);
  if (off) {
    const value = off.key === 'text_encoder_lr' ? [1] : 1;
    return [
      finding('S15', 'warn', off.key, `${look.optimizer} finds the rate itself and wants 1, and here is ${off.rate}.`, {
        fix: setTo(look, off.key, value),
      }),
    ];
  }
  return trained.length > 0 ? [] : [nothingTrained()];
}

function checkGiven(look: Look): Finding[] {
  const trained = rates(look).filter(({ rate }) => rate !== 0);
  if (trained.length === 0) return [nothingTrained()];
  const [least, most, wanted] =
    look.network.type === 'LyCORIS iA3' ? [5e-3, 1e-2, '0.005 to 0.01 with iA3'] : [1e-5, 1e-3, 'about 0.0001'];
  // Adafactor with its own relative step ignores the number.
  if (/^adafactor$/i.test(look.optimizer)) return [];
  const off = trained.find(({ rate }) => rate < least || rate > most);
  if (!off) return [];
  const value = look.network.type === 'LyCORIS iA3' ? 5e-3 : 1e-4;
  const fix = setTo(look, off.key, off.key === 'text_encoder_lr' ? [value] : value);
  return [
    finding('S15', 'warn', off.key, `The rate ${off.rate} is far from what ${look.optimizer} is used with: ${wanted}.`, { fix }),
  ];
}

function nothingTrained(): Finding {
  return finding('S15', 'error', 'learning_rate', 'Every rate is 0, so nothing would be trained.', { blocks: true });
}
