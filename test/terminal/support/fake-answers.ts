import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInput } from '../../../src/terminal/input/input.js';
import { probe, type Probe } from '../../../src/terminal/probe/probe.js';
import { FakeKeyboard } from './fake-keyboard.js';

const esc = '\u001b';

/** How a terminal answers; what is absent it does not answer. */
export interface Answering {
  name?: string;
  attributes?: string;
  keepsColors?: boolean;
  cell?: [width: number, height: number];
  background?: string;
  kitty?: 'OK' | 'ENOTSUPPORTED';
  keyboard?: boolean;
  /** What it says of DECLRMM: 0 unknown, 1 on, 2 off, 4 always off. */
  margins?: number;
  registers?: number;
  /** It is a tmux in this terminal: what is wrapped goes there and comes back after its own answers. */
  around?: Answering;
}

/** A terminal that answers questions as a real one does, and what was sent to it. */
export class AnsweringTerminal {
  readonly keyboard = new FakeKeyboard();
  readonly input = createInput(this.keyboard);
  sent = '';

  constructor(private readonly how: Answering) {}

  readonly write = (text: string): void => {
    this.sent += text;
    const own = text.replace(/\u001bPtmux;((?:[^\u001b]|\u001b\u001b)*)\u001b\\/g, '');
    const wrapped = [...text.matchAll(/\u001bPtmux;((?:[^\u001b]|\u001b\u001b)*)\u001b\\/g)].map(([, body = '']) => body.replaceAll('\u001b\u001b', '\u001b'));
    setImmediate(() => {
      const answers = own === '' ? '' : answersOf(own, this.how);
      if (answers !== '') this.keyboard.write(answers);
      const outer = this.how.around ? answersOf(wrapped.join(''), this.how.around) : '';
      if (outer !== '') setTimeout(() => this.keyboard.write(outer), 5);
    });
  };

  ask(env: Record<string, string>, limit = 200): Promise<Probe> {
    this.input.setRawMode(true);
    return probe(this.input, this.write, { env, limit });
  }
}

/** What it answers to the questions in a text. */
export function answersOf(text: string, how: Answering): string {
  let answers = '';
  if (text.includes(`${esc}[>0q`) && how.name !== undefined) answers += `${esc}P>|${how.name}${esc}\\`;
  if (text.includes(`${esc}P$qm`) && how.keepsColors !== undefined) answers += how.keepsColors ? `${esc}P1$r0;48:2::1:2:3m${esc}\\` : `${esc}P0$r${esc}\\`;
  if (text.includes(`${esc}[16t`) && how.cell) answers += `${esc}[6;${how.cell[1]};${how.cell[0]}t`;
  if (text.includes(`${esc}[14t`) && how.cell) answers += `${esc}[4;${how.cell[1] * 24};${how.cell[0] * 80}t`;
  if (text.includes(`${esc}]11;?`) && how.background !== undefined) answers += `${esc}]11;${how.background}${esc}\\`;
  if (text.includes(`${esc}_Gi=31`) && how.kitty) answers += `${esc}_Gi=31;${how.kitty}${esc}\\`;
  if (text.includes(`${esc}[?u`) && how.keyboard) answers += `${esc}[?0u`;
  if (text.includes(`${esc}[?69$p`) && how.margins !== undefined) answers += `${esc}[?69;${how.margins}$y`;
  if (text.includes(`${esc}[?1;1;0S`) && how.registers !== undefined) answers += `${esc}[?1;0;${how.registers}S`;
  if (text.includes(`${esc}[c`) && how.attributes !== undefined) answers += `${esc}[?${how.attributes}c`;
  return answers;
}

/** A `tmux` for PATH that prints this; gives the folder, and what removes it. */
export async function fakeTmux(says: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'loradeck-tmux-'));
  const file = path.join(folder, 'tmux');
  await writeFile(file, `#!/bin/sh\necho '${says}'\n`);
  await chmod(file, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
