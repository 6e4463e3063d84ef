import '../support/force-color.js';
import { render, Text, useInput, usePaste } from 'ink';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInput, type Input } from '../../../src/terminal/input/input.js';
import { probe } from '../../../src/terminal/probe.js';
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

async function after(chunk: string | Buffer, ms = 15): Promise<string[]> {
  got = [];
  keyboard.write(chunk);
  await pause(ms);
  return got;
}

describe('under Ink', () => {
  beforeEach(listen);

  test('several keys in one read come one by one', async () => {
    expect(await after(`jjk${esc}[A${esc}[B\r`)).toEqual(['j', 'j', 'k', 'upArrow', 'downArrow', 'return']);
  });

  test('a whole alphabet too', async () => {
    expect((await after('abcdefghijklmnopqrstuvwxyz'.repeat(20), 300)).join('')).toBe('abcdefghijklmnopqrstuvwxyz'.repeat(20));
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
    await after('jjjjjjjj', 150);
    await terminal.settled();
    expect(terminal.screen()).toContain('8 keys');
  });

  test('a lone escape comes as one after a short wait, and the next key is not drawn into it', async () => {
    expect(await after(esc, 45)).toEqual(['escape']);
    expect(await after('j')).toEqual(['j']);
    expect(await after(`${esc}${esc}`, 45)).toEqual(['escape', 'escape']);
  });

  test('alt with a key, also with the ones that begin sequences', async () => {
    expect(await after(`${esc}j`)).toEqual(['j meta']);
    expect(await after(`${esc}[`, 45)).toEqual(['[ meta']);
    expect(await after(`${esc}O`, 45)).toEqual(['O shift meta']);
    expect(await after(`${esc}]`, 45)).toEqual(['] meta']);
  });

  test('a sequence in two reads is one key', async () => {
    await after(`${esc}[1;`);
    expect(await after('5C')).toEqual(['rightArrow ctrl']);
    await after(Buffer.from('東').subarray(0, 2));
    expect(await after(Buffer.from('東').subarray(2))).toEqual(['東']);
  });

  test('a paste comes whole, in however many reads, and never as keys', async () => {
    expect(await after(`${esc}[200~one\ntwo${esc}[Aq`)).toEqual([]);
    expect(await after(`x${esc}[201~j`)).toEqual([`paste ${JSON.stringify(`one\ntwo${esc}[Aqx`)}`, 'j']);
  });

  test('answers and the mouse never come as keys, whole or in parts', async () => {
    const mouse: number[] = [];
    input.events.on('mouse', (event) => mouse.push(event.x));
    expect(await after(`a${esc}[<0;12;5M${esc}_Gi=31;OK${esc}\\${esc}P>|kitty${esc}\\${esc}[?62cb`)).toEqual(['a', 'b']);
    await after(`${esc}_Gi=3`, 100);
    expect(await after(`1;OK${esc}\\c`)).toEqual(['c']);
    expect(mouse).toEqual([11]);
  });
});

test('nothing is read while raw mode is off, so that another program gets its keys', async () => {
  await listen();
  input.stream.setRawMode(false);
  expect(await after('jjj', 30)).toEqual([]);
  input.stream.setRawMode(true);
  await pause(15);
  expect(got).toEqual(['j', 'j', 'j']);
});

describe('asking the terminal', () => {
  beforeEach(() => input.setRawMode(true));

  test('a terminal that answers everything', async () => {
    const answer = probe(input, () => {
      keyboard.write(`${esc}P>|kitty(0.42.0)${esc}\\${esc}P1$r0;48:2:1:2:3m`);
      setTimeout(() => keyboard.write(`${esc}\\${esc}[?62;4;22c`), 10);
    });
    expect(await answer).toEqual({ name: 'kitty(0.42.0)', attributes: [62, 4, 22], truecolor: true, answered: true });
  });

  test.each(['48;2;1;2;3', '48:2::1:2:3', '0;48:2:0:1:2:3'])('24-bit colour reported as %s', async (style) => {
    const answer = probe(input, () => keyboard.write(`${esc}P1$r${style}m${esc}\\${esc}[?1;2c`));
    expect((await answer).truecolor).toBe(true);
  });

  test('a terminal that rounds the colour, and one that does not know the question', async () => {
    const rounding = probe(input, () => keyboard.write(`${esc}P1$r0;48;5;16m${esc}\\${esc}[?1;2c`));
    expect((await rounding).truecolor).toBe(false);
    const plain = probe(input, () => keyboard.write(`${esc}P0$r${esc}\\${esc}[?6c`));
    expect(await plain).toEqual({ name: null, attributes: [6], truecolor: false, answered: true });
  });

  test('a mute terminal costs the limit and no more, and what is typed meanwhile is kept', async () => {
    const from = performance.now();
    const answer = await probe(input, () => keyboard.write('j'), 60);
    expect(performance.now() - from).toBeLessThan(200);
    expect(answer.answered).toBe(false);
    await listen();
    expect(got).toEqual(['j']);
  });
});
