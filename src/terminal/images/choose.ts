import type { ColorDepth } from '../colors.js';
import { brandOf, isSince, type Brand } from '../probe/brands.js';
import type { Answers, Probe } from '../probe/probe.js';
import type { DrawSetting } from './driver.js';
import { imageChoices, type DriverName, type ImageChoice } from './drivers.js';

/** Reads the value of `--images`; null when it is none of the choices. */
export function parseImageChoice(value: string): ImageChoice | null {
  return imageChoices.find((choice) => choice === value) ?? null;
}

/** How pictures are drawn, and why so. */
export interface PictureChoice {
  driver: DriverName;
  /** Which terminal it was taken for, the one around tmux where there is one; null when it is not known. */
  terminal: string | null;
  /** One sentence. */
  why: string;
  /** What of the drivers' setting comes with it. */
  setting: Pick<DrawSetting, 'passthrough' | 'exactColors' | 'registers'>;
}

export interface ChoiceQuestion {
  /** What was asked for on the command line, else in the configuration; the environment's LORADECK_IMAGES is between them. */
  wanted?: ImageChoice | undefined;
  colors: ColorDepth;
  probe: Probe | null;
  env: Readonly<Record<string, string | undefined>>;
  screenReader?: boolean;
}

/**
 * The driver: what was asked for, else what the terminal draws best. Where nothing is known of it, half blocks: they can be
 * drawn everywhere, and a picture that does not come at all is worse than a coarse one.
 */
export function choosePictures(question: ChoiceQuestion): PictureChoice {
  const { colors, probe, env } = question;
  const answers = probe?.inTmux ? probe.outer : probe?.answered ? probe : null;
  const brand = terminalOf(probe, env);
  const asked = wanted(question);
  const { driver, why } = asked ?? byTerminal(question, answers, brand);
  // Sixels that tmux itself draws are not wrapped; neither is anything where there is no tmux.
  const passthrough = Boolean(probe?.inTmux) && !(driver === 'sixel' && tmuxDraws(probe));
  const exactColors = probe?.inTmux ? (probe.tmux?.exactColors ?? false) : colors !== '256' && colors !== '16';
  const registers = answers?.registers ?? undefined;
  return { driver, why, terminal: brand?.name ?? null, setting: { passthrough, exactColors, ...(registers === undefined ? {} : { registers }) } };
}

interface Decision {
  driver: DriverName;
  why: string;
}

function wanted({ wanted: option, env }: ChoiceQuestion): Decision | null {
  if (option !== undefined && option !== 'auto') return { driver: option, why: 'It was asked for.' };
  const variable = parseImageChoice(env['LORADECK_IMAGES'] ?? '');
  if (option === undefined && variable !== null && variable !== 'auto') return { driver: variable, why: 'LORADECK_IMAGES asks for it.' };
  return null;
}

function byTerminal({ colors, probe, env, screenReader }: ChoiceQuestion, answers: Answers | null, brand: Brand | null): Decision {
  if (screenReader ?? env['INK_SCREEN_READER'] === 'true') return { driver: 'none', why: 'A screen reader reads the screen out.' };
  if (colors === 'none') return { driver: 'text', why: 'There are no colours to draw with.' };
  if (probe?.inTmux) {
    if (tmuxDraws(probe)) return { driver: 'sixel', why: 'This tmux draws sixels itself.' };
    if (probe.tmux && !probe.tmux.passthrough) {
      return { driver: 'blocks', why: 'tmux lets no pictures through; “tmux set -g allow-passthrough on” would let them.' };
    }
    if (!answers) return { driver: 'blocks', why: 'The terminal around tmux did not answer.' };
  }
  const sixel = answers?.attributes.includes(4) ?? false;
  if (brand) return byBrand(brand, answers, sixel);
  if (sixel) return { driver: 'sixel', why: 'The terminal says that it knows sixels.' };
  if (answers?.kittyGraphics) {
    return { driver: 'blocks', why: 'It knows kitty’s graphics, but maybe no placeholders; --images=kitty tries them.' };
  }
  return { driver: 'blocks', why: probe?.answered === false ? 'The terminal did not answer.' : 'The terminal is not known to draw pictures.' };
}

function byBrand({ name, draws, since, ifSixel }: Brand, answers: Answers | null, sixel: boolean): Decision {
  if (ifSixel && !sixel) return { driver: 'blocks', why: `${name} says that it draws no pictures here.` };
  if (since && !isSince(answers?.name ?? null, since)) {
    return { driver: sixel ? 'sixel' : 'blocks', why: `${name} draws pictures this way from version ${since.join('.')} on.` };
  }
  if (draws === 'kitty' && answers && !answers.kittyGraphics) {
    return { driver: sixel ? 'sixel' : 'blocks', why: `It looks like ${name}, but does not answer to kitty’s graphics.` };
  }
  return { driver: draws, why: draws === 'blocks' ? `${name} draws no pictures.` : `${name} draws pictures this way.` };
}

/** Which terminal it is. In tmux the environment speaks of tmux, and tmux itself of the terminal around it. */
function terminalOf(probe: Probe | null, env: ChoiceQuestion['env']): Brand | null {
  if (!probe?.inTmux) return brandOf(probe?.name ?? null, env);
  return brandOf(probe.outer?.name ?? null, { TERM: probe.tmux?.term, LC_TERMINAL: env['LC_TERMINAL'] });
}

function tmuxDraws(probe: Probe | null): boolean {
  return Boolean(probe?.inTmux && probe.attributes.includes(4) && (probe.tmux?.sixel ?? false));
}

/** One cell in pixels, as the terminal said, or as its window and its size in cells say; null when it said neither. */
export function cellSize(probe: Probe | null, columns: number, rows: number): DrawSetting['cell'] | null {
  for (const answers of [probe, probe?.outer]) {
    if (answers?.cell) return answers.cell;
    if (answers?.window && answers === probe && columns > 0 && rows > 0) {
      const { width, height } = answers.window;
      return { width: Math.max(1, Math.floor(width / columns)), height: Math.max(1, Math.floor(height / rows)) };
    }
  }
  return null;
}
