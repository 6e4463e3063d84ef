import '../support/force-color.js';
import { render, Text, useInput, usePaste } from 'ink';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInput, type Input } from '../../../src/terminal/input/input.js';
import { probe } from '../../../src/terminal/probe/probe.js';
import { FakeKeyboard } from '../support/fake-keyboard.js';
import { FakeTerminal } from '../support/fake-terminal.js';

const esc = '\u001b';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let keyboard: FakeKeyboard;
let input: Input;
let got: string[];
let app: ReturnType<typeof render> | undefined;

beforeEach(() => {
  keyboard = new FakeKeyboard();
  input = createInput(keyboard);
  got = [];
});

afterEach(() => app?.unmount());

/** Writes down what Ink makes of the keys. */
function Listener(): ReactNode {
  useInput((text, key) => {
    const names = Object.entries(key).filter(([, on]) => on === true).map(([name]) => name);
    got.push([text, ...names].join(' ').trim());
  });
  usePaste((text) => got.push(`paste ${JSON.stringify(text)}`));
  return <Text>.</Text>;
}

async function listen(): Promise<void> {
  app = render(<Listener />, {
    stdin: input.stream,
    stdout: new FakeTerminal(20, 5) as unknown as NodeJS.WriteStream,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  await pause(20);
}

/** Waits until Ink was given so many keys, however busy the machine is, and a moment longer for one too many. */
async function arrived(keys: number): Promise<string[]> {
  const end = performance.now() + 10_000;
  while (got.length < keys && performance.now() < end) await pause(5);
  await pause(15);
  return got;
}

/** Sends a chunk and says what Ink has to make of it. */
async function gives(chunk: string | Buffer, ...keys: string[]): Promise<void> {
  got = [];
  keyboard.write(chunk);
  expect(await arrived(keys.length)).toEqual(keys);
}

describe('under Ink', () => {
  beforeEach(listen);

  test('several keys in one read come one by one', async () => {
    await gives(`jjk${esc}[A${esc}[B\r`, 'j', 'j', 'k', 'upArrow', 'downArrow', 'return');
  });

  test('a whole alphabet too', async () => {
    const keys = 'abcdefghijklmnopqrstuvwxyz'.repeat(20);
    await gives(keys, ...keys);
  });

  test('a component that counts from what it shows counts every key', async () => {
    app?.unmount();
    const terminal = new FakeTerminal(20, 5);
    function Counter(): ReactNode {
      const [count, setCount] = useState(0);
      useInput(() => setCount(count + 1));
      return <Text>{count} keys</Text>;
    }
    app = render(<Counter />, { stdin: input.stream, stdout: terminal as unknown as NodeJS.WriteStream, interactive: true, patchConsole: false });
    await pause(20);
    keyboard.write('jjjjjjjj');
    await expect.poll(() => terminal.screen(), { timeout: 10_000 }).toContain('8 keys');
  });

  test('a lone escape comes as one after a short wait, and the next key is not drawn into it', async () => {
    await gives(esc, 'escape');
    await gives('j', 'j');
    await gives(`${esc}${esc}`, 'escape', 'escape');
  });

  test('alt with a key, also with the ones that begin sequences', async () => {
    await gives(`${esc}j`, 'j meta');
    await gives(`${esc}[`, '[ meta');
    await gives(`${esc}O`, 'O shift meta');
    await gives(`${esc}]`, '] meta');
  });

  test('a sequence in two reads is one key', async () => {
    await gives(`${esc}[1;`);
    await gives('5C', 'rightArrow ctrl');
    await gives(Buffer.from('東').subarray(0, 2));
    await gives(Buffer.from('東').subarray(2), '東');
  });

  test('a paste comes whole, in however many reads, and never as keys', async () => {
    await gives(`${esc}[200~one\ntwo${esc}[Aq`);
    await gives(`x${esc}[201~j`, `paste ${JSON.stringify(`one\ntwo${esc}[Aqx`)}`, 'j');
  });

  test('answers and the mouse never come as keys, whole or in parts', async () => {
    const mouse: number[] = [];
    input.events.on('mouse', (event) => mouse.push(event.x));
    await gives(`a${esc}[<0;12;5M${esc}_Gi=31;OK${esc}\\${esc}P>|kitty${esc}\\${esc}[?62cb`, 'a', 'b');
    await gives(`${esc}_Gi=3`);
    await gives(`1;OK${esc}\\c`, 'c');
    expect(mouse).toEqual([11]);
  });
});

test('nothing is read while raw mode is off, so that another program gets its keys', async () => {
  await listen();
  input.stream.setRawMode(false);
  await gives('jjj');
  input.stream.setRawMode(true);
  expect(await arrived(3)).toEqual(['j', 'j', 'j']);
});

describe('asking the terminal', () => {
  beforeEach(() => input.setRawMode(true));

  test('a terminal that answers everything', async () => {
    const answer = probe(input, () => {
      keyboard.write(`${esc}P>|kitty(0.42.0)${esc}\\${esc}P1$r0;48:2:1:2:3m`);
      setTimeout(() => keyboard.write(`${esc}\\${esc}[?62;4;22c`), 10);
    });
    expect(await answer).toMatchObject({ name: 'kitty(0.42.0)', attributes: [62, 4, 22], truecolor: true, answered: true });
  });

  test.each(['48;2;1;2;3', '48:2::1:2:3', '0;48:2:0:1:2:3'])('24-bit colour reported as %s', async (style) => {
    const answer = probe(input, () => keyboard.write(`${esc}P1$r${style}m${esc}\\${esc}[?1;2c`));
    expect((await answer).truecolor).toBe(true);
  });

  test('a terminal that rounds the colour, and one that does not know the question', async () => {
    const rounding = probe(input, () => keyboard.write(`${esc}P1$r0;48;5;16m${esc}\\${esc}[?1;2c`));
    expect((await rounding).truecolor).toBe(false);
    const plain = probe(input, () => keyboard.write(`${esc}P0$r${esc}\\${esc}[?6c`));
    expect(await plain).toMatchObject({ name: null, attributes: [6], truecolor: false, answered: true });
  });

  test('a mute terminal costs the limit and no more, and what is typed meanwhile is kept', async () => {
    const from = performance.now();
    const answer = await probe(input, () => keyboard.write('j'), { limit: 20 });
    expect(performance.now() - from).toBeLessThan(280);
    expect(answer.answered).toBe(false);
    await listen();
    expect(await arrived(1)).toEqual(['j']);
  });
});
