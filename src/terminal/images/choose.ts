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
  setting: Pick<DrawSetting, 'passthrough' | 'exactColors' | 'registers' | 'area'>;
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
  const setting: PictureChoice['setting'] = { passthrough, exactColors };
  if (answers?.registers) setting.registers = answers.registers;
  if (answers?.area) setting.area = answers.area;
  return { driver, why, terminal: brand?.name ?? null, setting };
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

/** More than this xterm says of no window, however large it is. */
const largestArea = 1000;

/**
 * One cell in pixels: as the terminal said, or from its window or the room that it has for sixels, and its size in cells.
 * Null when it said none of it (an xterm answers only the last unless `allowWindowOps` is set).
 */
export function cellSize(probe: Probe | null, columns: number, rows: number): DrawSetting['cell'] | null {
  const told = probe?.cell ?? probe?.outer?.cell ?? probe?.tmux?.cell;
  if (told || !probe) return told ?? null;
  if (columns <= 0 || rows <= 0) return null;
  if (probe.window) return { width: Math.max(1, Math.floor(probe.window.width / columns)), height: Math.max(1, Math.floor(probe.window.height / rows)) };
  if (!probe.area) return null;
  const width = probe.area.width < largestArea ? Math.floor(probe.area.width / columns) : 0;
  const height = probe.area.height < largestArea ? Math.floor(probe.area.height / rows) : 0;
  // The side that is not known is taken from the other, rather too small than too large.
  if (width > 0 && height > 0) return { width, height };
  if (height > 0) return { width: Math.max(1, Math.floor(height * 0.45)), height };
  return width > 0 ? { width, height: Math.floor(width * 1.7) } : null;
}

/**
 * The size of a cell to go by when it is not known. Sixels are not made to fit by the terminal: with too large a cell they
 * would reach over what is beside them, so that the smallest that is usual is taken.
 */
export function assumedCell(driver: DriverName): DrawSetting['cell'] {
  return driver === 'sixel' ? { width: 6, height: 12 } : { width: 8, height: 16 };
}
