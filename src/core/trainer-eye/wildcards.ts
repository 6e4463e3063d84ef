/** Gives numbers from 0 to 1, 1 not among them. */
export type Random = () => number;

/** One of so many, from 0. */
export function pick(count: number, random: Random): number {
  return Math.min(count - 1, Math.floor(random() * count));
}

/** A source that always draws the same for the same seed. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1);
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0);
  // Seeds that lie side by side begin alike; the low bits of each number are poor, so two make one.
  for (let round = 0; round < 4; round++) next();
  return () => (((next() >>> 16) << 16) ^ (next() >>> 16)) / 2 ** 32 + 0.5;
}

/** Draws one of `{a|b|c}` everywhere. Doubled braces stand for themselves; braces in braces are not understood, `{}` stays. */
export function drawWildcards(caption: string, random: Random): string {
  let [open, close] = ['\ue000', '\ue001'];
  while (caption.includes(open) || caption.includes(close)) [open, close] = [`${open}\ue000`, `${close}\ue001`];
  return caption
    .replaceAll('{{', open)
    .replaceAll('}}', close)
    .replace(/\{([^}]+)\}/g, (_, inner: string) => {
      const choices = inner.split('|');
      return choices[pick(choices.length, random)] ?? '';
    })
    .replaceAll(open, '{')
    .replaceAll(close, '}');
}
