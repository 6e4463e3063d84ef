import { brandOf } from '../../terminal/probe/brands.js';
import { assumedCell, cellSize, choosePictures, type PictureChoice } from '../../terminal/images/choose.js';
import { plainSetting } from '../../terminal/images/display.js';
import type { DrawSetting } from '../../terminal/images/driver.js';
import type { DriverName } from '../../terminal/images/drivers.js';
import { configuredImages } from '../configured-images.js';
import { askTerminal, type KnownTerminal } from '../../terminal/plain/ask.js';

export interface Examined {
  known: KnownTerminal;
  choice: PictureChoice;
  setting: DrawSetting;
  /** The ways to draw that it may understand. */
  ways: DriverName[];
  /** Why what config.toml says of pictures does not count; null when it does. */
  problem: string | null;
  /** The same for `--json`. */
  facts: object;
}

/** Asks the terminal and puts together what it said, what was chosen and what could be drawn. */
export async function examineTerminal(): Promise<Examined> {
  const { stdin, stdout, env } = process;
  const known = await askTerminal({ stdin, stdout, env });
  const { probe, colors, columns, rows, whyNot } = known;
  const { wanted, problem } = await configuredImages(env);
  const choice = choosePictures({ wanted, colors, probe, env });
  const cell = cellSize(probe, columns, rows);
  const setting: DrawSetting = { ...plainSetting, ...choice.setting, colors, cell: cell ?? assumedCell(choice.driver) };
  const hex = (parts: readonly number[]): string => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const facts = {
    not_asked: whyNot,
    answered: probe?.answered ?? false,
    round_trip_ms: probe?.answered ? Math.round(probe.ms * 10) / 10 : null,
    name: probe?.name ?? null,
    attributes: probe?.attributes ?? [],
    columns: stdout.isTTY ? columns : null,
    rows: stdout.isTTY ? rows : null,
    cell,
    colors,
    background: probe?.background ? hex(probe.background) : null,
    kitty_graphics: (probe?.outer ?? probe)?.kittyGraphics ?? false,
    kitty_keyboard: probe?.kittyKeyboard ?? false,
    side_margins: probe?.sideMargins ?? false,
    sixel_colors: probe?.registers ?? probe?.outer?.registers ?? null,
    tmux: probe?.inTmux
      ? { version: probe.tmux?.version ?? null, passthrough: probe.tmux?.passthrough ?? null, exact_colors: probe.tmux?.exactColors ?? null, around: probe.outer?.name ?? probe.tmux?.term ?? null }
      : null,
    asked: probe?.asked.map(({ about, outer, answer }) => ({ about, around: outer, answer })) ?? [],
    pictures: { driver: choice.driver, terminal: choice.terminal, passthrough: choice.setting.passthrough, why: choice.why, problem },
  };
  return { known, choice, setting, ways: waysOf(known, choice), problem, facts };
}

/** What could work, so that a person sees what does; nothing that the terminal said it does not know. */
function waysOf({ probe, colors }: KnownTerminal, { driver }: PictureChoice): DriverName[] {
  if (!probe) return [];
  const answers = probe.inTmux ? probe.outer : probe;
  const isOpen = !probe.inTmux || answers !== null;
  const sixel = (answers ?? probe).attributes.includes(4) || probe.attributes.includes(4);
  const brand = brandOf(answers?.name ?? null, probe.inTmux ? {} : process.env);
  const ways: [DriverName, boolean][] = [
    ['kitty', isOpen && Boolean(answers?.kittyGraphics)],
    ['iterm2', isOpen && probe.answered && process.env['TERM'] !== 'linux' && (brand === null || brand.draws === 'iterm2')],
    ['sixel', sixel],
    ['blocks', colors !== 'none'],
    ['terminal-image', colors !== 'none'],
    ['text', true],
  ];
  return ways.filter(([name, may]) => may || name === driver).map(([name]) => name);
}
