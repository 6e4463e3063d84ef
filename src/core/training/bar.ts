import type { BarEvent, Loss, StepEvent } from './events.js';

/** A tqdm frame in words. Null = not in the frame. */
export interface Bar {
  label: string;
  done: number;
  total: number | null;
  elapsed_s: number | null;
  eta_s: number | null;
  /** Seconds for one unit, whatever the unit is. */
  seconds_each: number | null;
  values: Record<string, string>;
  /** The frame has its closing bracket; a terminal narrower than the frame cuts it off. */
  whole: boolean;
}

/** No frame is longer, not even in a very wide terminal; longer text is not looked at. */
const LONGEST = 4_096;
const FRAME = /^(?:(.*\S): )?\s*\d{1,3}%\|[^|]*\|\s*(\d+)\/(.*)$/s;
const INSIDE = /^(\d+|\?) \[(.*)$/s;
const TIMES = /^([^<\]]*)<((?:\d+ days?, )?[^\],]*),\s*/;
const RATE = /^(\?|[\d.]+(?:e[+-]?\d+)?)\s*([^\s,\]]*)(?=[,\]])/i;
/** The norms are printed as tensors once they are some: `tensor(0.3635)`, `tensor(59., device='cuda:0')`. */
const VALUE = /^,\s*([^=,\]]+)=\s*(tensor\([^()\]]*\)|[^,\]]*?)\s*(?=[,\]])/;

/**
 * Reads one tqdm frame from text without terminal codes; null when the text is none. A value counts only when the
 * frame goes on after it: a terminal that is too narrow cuts within numbers.
 */
export function parseBar(text: string): Bar | null {
  if (text.length > LONGEST || !text.includes('%|')) return null;
  const frame = FRAME.exec(text.trim());
  if (!frame) return null;
  const bar: Bar = {
    label: frame[1] ?? '',
    done: Number(frame[2]),
    total: null,
    elapsed_s: null,
    eta_s: null,
    seconds_each: null,
    values: {},
    whole: false,
  };
  const inside = INSIDE.exec(frame[3] ?? '');
  if (!inside) return bar;
  bar.total = inside[1] === '?' ? null : Number(inside[1]);
  let rest = inside[2] ?? '';
  const times = TIMES.exec(rest);
  if (!times) {
    bar.elapsed_s = seconds(/^([^<\]]*)</.exec(rest)?.[1]);
    return bar;
  }
  bar.elapsed_s = seconds(times[1]);
  bar.eta_s = seconds(times[2]);
  rest = rest.slice(times[0].length);
  const rate = RATE.exec(rest);
  if (!rate) return bar;
  bar.seconds_each = secondsEach(rate[1] ?? '?', rate[2] ?? '');
  rest = rest.slice(rate[0].length);
  for (let value = VALUE.exec(rest); value; value = VALUE.exec(rest)) {
    bar.values[value[1] ?? ''] = value[2] ?? '';
    rest = rest.slice(value[0].length);
  }
  bar.whole = rest === ']';
  return bar;
}

/** The event that a frame is: the training bar's own kind, or any other bar. */
export function barEvent(bar: Bar): StepEvent | BarEvent {
  if (bar.label !== 'steps') {
    return { kind: 'bar', label: bar.label, done: bar.done, total: bar.total, values: bar.values };
  }
  return {
    kind: 'step',
    step: bar.done,
    total: bar.total,
    average_loss: loss(bar.values.avr_loss ?? bar.values.loss),
    key_norm: finite(bar.values['Average key norm']),
    keys_scaled: finite(bar.values['Keys Scaled']),
    seconds_per_step: bar.seconds_each,
    elapsed_s: bar.elapsed_s,
    eta_s: bar.eta_s,
  };
}

/** A printed loss: a finite number, `nan` for nan and the infinities, null for anything else. */
export function loss(text: string | undefined): Loss | null {
  if (text === undefined || text === '') return null;
  if (/^[+-]?(?:nan|inf|infinity)$/i.test(bare(text))) return 'nan';
  return finite(text);
}

function finite(text: string | undefined): number | null {
  const digits = bare(text ?? '');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}

/** A value without the `tensor(…)` around it. */
function bare(text: string): string {
  return text.startsWith('tensor(') ? text.slice(7).replace(/[,)].*$/, '') : text;
}

/** `MM:SS`, `H:MM:SS`, `D:HH:MM:SS` or `2 days, 3:04:05` in seconds; null for `?` and everything else. */
function seconds(text: string | undefined): number | null {
  const parts = /^\s*(?:(\d+) ?d(?:ays?)?,? *)?((?:\d+:){1,3}\d+)\s*$/.exec(text ?? '');
  if (!parts) return null;
  const fields = (parts[2] ?? '').split(':').map(Number).reverse();
  const weights = [1, 60, 3600, 86_400];
  return fields.reduce((sum, field, place) => sum + field * (weights[place] ?? 0), Number(parts[1] ?? 0) * 86_400);
}

function secondsEach(rate: string, unit: string): number | null {
  const value = finite(rate);
  if (value === null || value <= 0) return null;
  if (unit.startsWith('s/')) return value;
  return unit.endsWith('/s') ? 1 / value : null;
}
