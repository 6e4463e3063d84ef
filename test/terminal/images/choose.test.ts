import { describe, expect, test } from 'vitest';
import { colorsFromEnvironment, depthOf } from '../../../src/terminal/colors.js';
import { cellSize, choosePictures, parseImageChoice, type PictureChoice } from '../../../src/terminal/images/choose.js';
import type { ImageChoice } from '../../../src/terminal/images/drivers.js';
import { backgroundOf } from '../../../src/terminal/background.js';
import { readTmux } from '../../../src/terminal/probe/tmux.js';
import { AnsweringTerminal, fakeTmux, type Answering } from '../support/fake-answers.js';

type Environment = Record<string, string>;
const ssh = { TERM: 'xterm-256color' };

async function choice(how: Answering, env: Environment = ssh, wanted?: ImageChoice): Promise<PictureChoice & { sent: string }> {
  const terminal = new AnsweringTerminal(how);
  const answers = await terminal.ask(env);
  terminal.input.close();
  const colors = depthOf(colorsFromEnvironment(env), answers);
  return { ...choosePictures({ wanted, colors, probe: answers, env }), sent: terminal.sent };
}

const kitty: Answering = { name: 'kitty(0.42.0)', attributes: '62;52', keepsColors: true, cell: [10, 20], kitty: 'OK', keyboard: true };
const xterm: Answering = { name: 'XTerm(379)', attributes: '64;1;2;4;6;9;15;16;17;18;21;22;28', keepsColors: true, cell: [6, 13], registers: 1024 };

describe('what a terminal gets, over ssh, where it is known by its answers alone', () => {
  test.each<[string, Answering, string]>([
    ['kitty', kitty, 'kitty'],
    ['kitty before placeholders', { ...kitty, name: 'kitty(0.26.5)' }, 'blocks'],
    ['Ghostty', { name: 'ghostty 1.1.3', attributes: '62;22;52', kitty: 'OK', keyboard: true, keepsColors: true }, 'kitty'],
    ['rio', { name: 'rio 0.2.30', attributes: '62;4;6;22', kitty: 'OK' }, 'kitty'],
    ['WezTerm', { name: 'WezTerm 20240203-110809-5046fc22', attributes: '65;4;6;18;22;52', kitty: 'OK' }, 'iterm2'],
    ['iTerm2', { name: 'iTerm2 3.6.2', attributes: '64;1;2;4;6;17;18;21;22', kitty: 'OK' }, 'iterm2'],
    ['foot', { name: 'foot(1.25.0)', attributes: '62;4;22;28;29', keepsColors: true }, 'sixel'],
    ['xterm -ti vt340', xterm, 'sixel'],
    ['xterm', { ...xterm, attributes: '64;1;2;6;9;15;16;17;18;21;22;28' }, 'blocks'],
    ['Konsole', { name: 'Konsole 22.12.3', attributes: '62;1;4', kitty: 'OK' }, 'iterm2'],
    ['VS Code with pictures', { name: 'xterm.js(5.6.0)', attributes: '62;4;9;22' }, 'iterm2'],
    ['VS Code without', { name: 'xterm.js(5.6.0)', attributes: '1;2' }, 'blocks'],
    ['Windows Terminal 1.22', { attributes: '61;4;6;7;14;21;22;23;24;28;32;42' }, 'sixel'],
    ['Windows Terminal before', { attributes: '61;6;7;21;22;23;24;28;32;42' }, 'blocks'],
    ['a terminal with kitty’s graphics that nobody knows', { name: 'newcomer 0.1', attributes: '62', kitty: 'OK' }, 'blocks'],
    ['a terminal with kitty’s graphics refused', { ...kitty, kitty: 'ENOTSUPPORTED' }, 'blocks'],
    ['a mute terminal', {}, 'blocks'],
  ])('%s', async (_name, how, driver) => {
    expect(await choice(how)).toMatchObject({ driver, setting: { passthrough: false } });
  });
});

describe('what the environment tells of it', () => {
  test.each<[string, Answering, Environment, string, string | null]>([
    ['VS Code', { attributes: '62;4;9;22' }, { ...ssh, TERM_PROGRAM: 'vscode' }, 'iterm2', 'VS Code'],
    ['Warp', { attributes: '62' }, { ...ssh, TERM_PROGRAM: 'WarpTerminal' }, 'iterm2', 'Warp'],
    ['Windows Terminal', { attributes: '61;4;6' }, { ...ssh, WT_SESSION: 'x' }, 'sixel', 'Windows Terminal'],
    ['iTerm2 by what ssh passes on', { attributes: '62;4' }, { ...ssh, LC_TERMINAL: 'iTerm2' }, 'iterm2', 'iTerm2'],
    ['Alacritty that was started from kitty', { attributes: '6' }, { TERM: 'alacritty', KITTY_WINDOW_ID: '1' }, 'blocks', 'Alacritty'],
    ['xterm that was started from kitty', xterm, { ...ssh, KITTY_WINDOW_ID: '1' }, 'sixel', 'xterm'],
    ['a terminal that kitty’s variable was left to', { attributes: '62' }, { ...ssh, KITTY_WINDOW_ID: '1' }, 'blocks', 'kitty'],
    ['Linux console', { attributes: '6' }, { TERM: 'linux' }, 'blocks', 'Linux console'],
    ['no colours', kitty, { ...ssh, NO_COLOR: '1' }, 'text', 'kitty'],
    ['a screen reader', kitty, { ...ssh, INK_SCREEN_READER: 'true' }, 'none', 'kitty'],
  ])('%s', async (_name, how, env, driver, terminal) => {
    expect(await choice(how, env)).toMatchObject({ driver, terminal });
  });
});

test('who asks for a way gets it: the option before LORADECK_IMAGES, both before the terminal', async () => {
  expect(await choice(kitty, ssh, 'blocks')).toMatchObject({ driver: 'blocks' });
  expect(await choice(kitty, { ...ssh, LORADECK_IMAGES: 'sixel' }, 'blocks')).toMatchObject({ driver: 'blocks' });
  expect(await choice(kitty, { ...ssh, LORADECK_IMAGES: 'sixel' }, 'auto')).toMatchObject({ driver: 'kitty' });
  expect(await choice(kitty, { ...ssh, LORADECK_IMAGES: 'sixel' })).toMatchObject({ driver: 'sixel' });
  expect(await choice(kitty, { ...ssh, LORADECK_IMAGES: 'jpeg' })).toMatchObject({ driver: 'kitty' });
  expect(await choice({}, { ...ssh, NO_COLOR: '1' }, 'kitty')).toMatchObject({ driver: 'kitty', setting: { exactColors: true } });
});

describe('in tmux', () => {
  const tmux: Answering = { name: 'tmux 3.4', attributes: '1;2', around: kitty };
  const remote = { TERM: 'tmux-256color' };

  async function local(says: string, how: Answering, wanted?: ImageChoice) {
    const { folder, remove } = await fakeTmux(says);
    try {
      return await choice(how, { TERM: 'tmux-256color', TMUX: '/tmp/x,1,0', PATH: `${folder}:${process.env['PATH']}` }, wanted);
    } finally {
      await remove();
    }
  }

  test('that lets sequences through, the terminal around it counts', async () => {
    const found = await local('3.4|on|256,RGB,title|xterm-kitty', tmux);
    expect(found).toMatchObject({ driver: 'kitty', terminal: 'kitty', setting: { passthrough: true, exactColors: true } });
  });

  test('without 24-bit colours the drivers are told', async () => {
    expect(await local('3.4|on|256,title|xterm-kitty', tmux)).toMatchObject({ driver: 'kitty', setting: { passthrough: true, exactColors: false } });
  });

  test('that lets nothing through, it is not asked, and the reason says what to do', async () => {
    const found = await local('3.4|off|256,RGB|xterm-kitty', tmux);
    expect(found).toMatchObject({ driver: 'blocks', why: expect.stringContaining('allow-passthrough on') as string });
    expect(found.sent).not.toContain('Ptmux');
  });

  test('no bare APC is sent, which would become the pane’s title', async () => {
    for (const found of [await local('3.4|on||xterm-kitty', tmux), await choice(tmux, remote)]) {
      expect(found.sent.replace(/\u001bPtmux;(?:[^\u001b]|\u001b\u001b)*\u001b\\/g, '')).not.toContain('\u001b_');
    }
  });

  test('on another machine it cannot be asked; the terminal around it may answer all the same', async () => {
    expect(await choice(tmux, remote)).toMatchObject({ driver: 'kitty', setting: { passthrough: true, exactColors: false } });
    expect(await choice({ ...tmux, around: {} }, remote)).toMatchObject({ driver: 'blocks' });
  });

  test('that draws sixels itself gets them unwrapped', async () => {
    const sixels = { ...tmux, attributes: '1;2;4', around: xterm };
    expect(await local('3.4|off|256,RGB,sixel|xterm-256color', sixels)).toMatchObject({ driver: 'sixel', setting: { passthrough: false } });
    // It would show a frame with the words SIXEL IMAGE where the terminal around it knows none.
    expect(await local('3.4|off|256,RGB|xterm-256color', sixels)).toMatchObject({ driver: 'blocks' });
  });

  test('foot around it gets wrapped sixels', async () => {
    const found = await local('3.3a|on|256,RGB|foot', { ...tmux, around: { name: 'foot(1.25.0)', attributes: '62;4;22' } });
    expect(found).toMatchObject({ driver: 'sixel', terminal: 'foot', setting: { passthrough: true } });
  });
});

test('the size of a cell: told, or from the window, also of the terminal around tmux', async () => {
  const terminal = new AnsweringTerminal({ cell: [9, 18], attributes: '62' });
  const answers = await terminal.ask(ssh);
  expect(cellSize(answers, 80, 24)).toEqual({ width: 9, height: 18 });
  expect(cellSize({ ...answers, cell: null }, 80, 24)).toEqual({ width: 9, height: 18 });
  expect(cellSize({ ...answers, cell: null, window: null }, 80, 24)).toBeNull();
  expect(cellSize({ ...answers, cell: null, window: null, outer: answers }, 80, 24)).toEqual({ width: 9, height: 18 });
  expect(cellSize(null, 80, 24)).toBeNull();
  const bare = { ...answers, cell: null, window: null };
  // An xterm in which tmux runs tells tmux alone.
  const inXterm = readTmux('3.3a|on|256,title|xterm-256color|9|18');
  expect(cellSize({ ...bare, tmux: inXterm }, 80, 24)).toEqual({ width: 9, height: 18 });
  expect(cellSize({ ...bare, tmux: readTmux('3.3a|on|256,title|xterm-256color|0|0') }, 80, 24)).toBeNull();
  expect(cellSize({ ...bare, area: { width: 640, height: 408 } }, 80, 24)).toEqual({ width: 8, height: 17 });
  // xterm says 1000 for anything larger: then the other side must do.
  expect(cellSize({ ...bare, area: { width: 1000, height: 850 } }, 200, 50)).toEqual({ width: 7, height: 17 });
  expect(cellSize({ ...bare, area: { width: 1000, height: 1000 } }, 200, 80)).toBeNull();
});

test('a terminal that answers costs no time; a mute one the limit once', async () => {
  const quick = await new AnsweringTerminal(kitty).ask(ssh);
  expect(quick.ms).toBeLessThan(100);
  const mute = await new AnsweringTerminal({}).ask(ssh, 60);
  expect(mute).toMatchObject({ answered: false, outer: null });
  expect(mute.ms).toBeGreaterThanOrEqual(55);
});

test('the background, in any number of digits', async () => {
  for (const [said, want] of [['rgb:1e1e/2020/ffff', [30, 32, 255]], ['rgb:f/0/8', [255, 0, 136]], ['rgba:00/ff/80/ffff', [0, 255, 128]]] as const) {
    expect((await new AnsweringTerminal({ background: said, attributes: '62' }).ask(ssh)).background).toEqual(want);
  }
});

test('the values of --images', () => {
  for (const name of ['auto', 'kitty', 'iterm2', 'sixel', 'blocks', 'terminal-image', 'text', 'none']) expect(parseImageChoice(name)).toBe(name);
  expect(parseImageChoice('jpeg')).toBeNull();
});

test('in tmux the background is that of the terminal around it', () => {
  expect(backgroundOf({ background: null, outer: { background: [255, 255, 255] } }, {})).toEqual([255, 255, 255]);
  expect(backgroundOf({ background: [0, 0, 0], outer: { background: [255, 255, 255] } }, {})).toEqual([0, 0, 0]);
  expect(backgroundOf({ background: null, outer: null }, { COLORFGBG: '0;15' })).toEqual([255, 255, 255]);
});
