// A whole program on the terminal layer, bundled and started in a pseudo-terminal by open.test.ts.
import { blocks } from '../../../src/terminal/images/blocks.js';
import { openTerminal } from '../../../src/terminal/open.js';
import { madeUpPixels } from './picture.js';

const terminal = await openTerminal({ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env });
const { render, Text, Box, useApp, useInput } = await import('ink');
const { createElement } = await import('react');
const { Sample } = await import('./sample-app.js');
terminal.chalkIsLoaded();
const { spawnSync } = await import('node:child_process');

const image = blocks(madeUpPixels(30, 24, 1), terminal.colors, 'made up');
if (image) terminal.layer.set(1, image);

function App(): React.ReactNode {
  const { exit, suspendTerminal } = useApp();
  useInput((input) => {
    if (input === 'q') exit();
    if (input === 'X') throw new Error('thrown while handling a key');
    if (input === 'L') console.log('logged meanwhile');
    if (input === 'E') {
      void suspendTerminal(async () => {
        spawnSync('sh', ['-c', 'printf "editor has: "; read line; printf "%s" "$line" > "$EDITED"'], { stdio: 'inherit' });
      });
    }
  });
  return createElement(Box, null, createElement(Sample, { count: 50, hole: { width: 30, height: 12 } }), createElement(Text, null, ''));
}

const app = render(createElement(App), terminal.renderOptions);
if (process.env['CRASH']) setTimeout(() => void Promise.reject(new Error('nobody caught this')), 300);
let slowest = 0;
if (process.env['FLOOD']) {
  // A new picture every few milliseconds, and how long the longest of them had to wait.
  let last = performance.now();
  let number = 0;
  setInterval(() => {
    slowest = Math.max(slowest, performance.now() - last);
    last = performance.now();
    const next = blocks(madeUpPixels(30, 24, ++number), terminal.colors, `flood ${number}`);
    if (next) terminal.layer.set(1, next);
  }, 5).unref();
}
try {
  await app.waitUntilExit();
} finally {
  terminal.close();
}
if (process.env['FLOOD']) console.log(`slowest ${Math.round(slowest)} ms, sent ${terminal.screen.bytesWritten} bytes.`);
console.log(`colours: ${terminal.colors}, FORCE_COLOR ${process.env['FORCE_COLOR'] ?? 'unset'}`);
