import { readTurned } from '../../core/images/turned.js';
import { driverNames, drivers, type DriverName } from '../../terminal/images/drivers.js';
import { assumedCell } from '../../terminal/images/choose.js';
import { printedImage } from '../../terminal/plain/print-image.js';
import { samplePicture } from '../../terminal/plain/sample-picture.js';
import { printLine } from '../print.js';
import type { Examined } from './examine-terminal.js';

/** The room of a sample, in cells. */
const room = { columns: 16, rows: 8 };

/** Prints what was asked, answered and chosen, then a picture in each way that the terminal may understand. */
export async function printTerminal({ known, choice, setting, ways, problem }: Examined): Promise<void> {
  const { probe, colors, whyNot, columns, rows } = known;
  printLine('');
  if (whyNot !== null) {
    printLine(`${whyNot} What follows is what the environment says (TERM=${process.env['TERM'] ?? ''}).`);
  } else if (!probe?.answered) printLine(`The terminal did not answer within ${Math.round(probe?.ms ?? 0)} ms.`);
  for (const [name, value] of facts()) printLine(`${name.padEnd(17)}${value}`);
  if (problem !== null) printLine(problem);
  printLine('');
  printLine(`Pictures are drawn by “${choice.driver}”:`);
  printLine(`${drivers[choice.driver].about}.`);
  printLine(choice.why);
  printLine('Another way: --images=WAY, LORADECK_IMAGES=WAY, or under [pictures] in config.toml');
  printLine(`driver = "WAY". The ways: ${driverNames.join(', ')}.`);
  if (probe && probe.asked.length > 0) {
    printLine('');
    printLine('asked, and answered as it came:');
    for (const { about, outer, answer } of probe.asked) printLine(`  ${`${about}${outer ? ', around tmux' : ''}`.padEnd(30)}${answer ?? '(nothing)'}`);
  }
  if (ways.length === 0) return;
  printLine('');
  printLine('Each way below shows a round of colours on a chequered ground, where it works:');
  for (const way of ways) await sample(way);

  function facts(): [string, string][] {
    const answers = probe?.outer ?? probe;
    const { cell } = setting;
    const yes = (is: boolean | undefined): string => (is ? 'yes' : 'no');
    const lines: [string, string | null][] = [
      ['terminal', probe?.name ?? choice.terminal],
      ['tmux', probe?.inTmux ? tmuxWords() : null],
      ['window', whyNot === null ? `${columns} × ${rows} cells of ${cell.width} × ${cell.height} pixels${(probe?.cell ?? probe?.window ?? probe?.area) ? '' : ' (assumed)'}` : null],
      ['colours', colors === 'truecolor' ? '24 bits' : colors],
      ['background', probe?.background ? `red ${probe.background[0]}, green ${probe.background[1]}, blue ${probe.background[2]}` : null],
      ['attributes', probe && probe.attributes.length > 0 ? `${probe.attributes.join(' ')}${probe.attributes.includes(4) ? ' (4: sixels)' : ''}` : null],
      ['sixel colours', answers?.registers ? String(answers.registers) : null],
      ['kitty graphics', probe ? yes(answers?.kittyGraphics) : null],
      ['kitty keyboard', probe ? yes(probe.kittyKeyboard) : null],
      ['moves columns', probe ? yes(probe.sideMargins) : null],
      ['round trip', probe?.answered ? `${probe.ms.toFixed(1)} ms` : null],
    ];
    return lines.filter((line): line is [string, string] => line[1] !== null);
  }

  function tmuxWords(): string {
    const { tmux = null, outer } = probe ?? {};
    if (!tmux) return `on another machine; around it ${outer?.name ?? 'nothing answers'}`;
    const lets = tmux.passthrough ? 'lets sequences through' : 'lets nothing through';
    return `${tmux.version}, ${lets}, 24-bit colours ${tmux.exactColors ? 'kept' : 'made 256'}, around it ${outer?.name ?? tmux.term}`;
  }

  async function sample(way: DriverName): Promise<void> {
    const driver = drivers[way];
    const own = { ...setting, cell: probe?.cell ?? probe?.window ?? probe?.area ? setting.cell : assumedCell(way) };
    const request = driver.request(room, own);
    if (!request) return;
    printLine(`${way}: ${driver.about}`);
    const picture = await readTurned(samplePicture(400), request);
    const image = await driver.draw({ ...picture, source: { format: 'png', width: 400, height: 400 } }, room, own, way);
    if (image) process.stdout.write(printedImage(image));
  }
}
