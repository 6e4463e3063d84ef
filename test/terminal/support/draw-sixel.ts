// Draws a picture by sixels into the terminal that it runs in, as the program would, and says in a file where; started in a real xterm.
import { writeFileSync } from 'node:fs';
import { assumedCell, cellSize, choosePictures } from '../../../src/terminal/images/choose.js';
import { plainSetting } from '../../../src/terminal/images/display.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { isGraphic } from '../../../src/terminal/images/image.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { probe } from '../../../src/terminal/probe/probe.js';
import { readAs, smoothPixels } from './read-as.js';

const { stdin, stdout, env } = process;
const input = createInput(stdin);
input.setRawMode(true);
const answers = await probe(input, (text) => stdout.write(text), { limit: 3000 });
const choice = choosePictures({ colors: 'truecolor', probe: answers, env });
const cell = cellSize(answers, stdout.columns, stdout.rows) ?? assumedCell(choice.driver);
const setting = { ...plainSetting, ...choice.setting, cell };
const room = { columns: 40, rows: 12 };
const at = { column: 6, row: 3 };
const driver = drivers[choice.driver];
const request = driver.request(room, setting);
const image = request && (await driver.draw(await readAs(smoothPixels(300, 300), request), room, setting, 'key'));
if (image && isGraphic(image)) {
  stdout.write(`\u001b[?25l\u001b[H\u001b[2J\u001b[${at.row};1Habove\u001b[${at.row + 1};${at.column + 1}H${image.draw}\u001b[${at.row + image.height + 1};1Hbelow`);
}
// xterm answers in the order in which it was written to: then the picture is drawn.
input.events.on('reply', ({ text }) => {
  if (!/^\d+;\d+R$/.test(text)) return;
  writeFileSync(env['DRAWN'] ?? '', JSON.stringify({ answers, choice, cell, at, width: image?.width, height: image?.height, request }));
});
stdout.write('\u001b[6n');
setInterval(() => {}, 1000);
