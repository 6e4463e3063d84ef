// Asks the terminal that it runs in and writes what was found into a file; bundled and started in a real tmux.
import { writeFileSync } from 'node:fs';
import { colorsFromEnvironment, depthOf } from '../../../src/terminal/colors.js';
import { choosePictures } from '../../../src/terminal/images/choose.js';
import { createInput } from '../../../src/terminal/input/input.js';
import { probe } from '../../../src/terminal/probe/probe.js';

const { stdin, stdout, env } = process;
const input = createInput(stdin);
let typed = '';
input.stream.on('data', (text: string) => (typed += text));
input.setRawMode(true);
const answers = await probe(input, (text) => stdout.write(text));
const choice = choosePictures({ colors: depthOf(colorsFromEnvironment(env), answers), probe: answers, env });
setTimeout(() => {
  writeFileSync(env['FOUND'] ?? '', JSON.stringify({ answers, choice, typed }));
  input.close();
}, 300);
