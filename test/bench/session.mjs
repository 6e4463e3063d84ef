// The built program, or another one, in a pseudo-terminal with an emulator, and what it costs.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from './load.mjs';
import { cpuOf, cpuOfTree, memoryOfTree } from './processes.mjs';

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
let parts;

/**
 * What a person chose before, in a home that is to be used: the program finds it when it opens.
 * @param {string} home
 * @param {{ view?: object, config?: string }} choices preferences, and the text of config.toml
 */
export async function choose(home, { view, config }) {
  for (const [folder, name, text] of [['data', 'view.json', view && JSON.stringify(view)], ['config', 'config.toml', config]]) {
    if (text === undefined) continue;
    await mkdir(path.join(home, folder, 'loradeck'), { recursive: true });
    await writeFile(path.join(home, folder, 'loradeck', name), text);
  }
}

class Session {
  constructor(program, firstSeen) {
    Object.assign(this, { program, firstSeen, pid: program.pid });
  }

  get bytes() {
    return this.program.bytes;
  }

  cpu() {
    return cpuOfTree(this.pid);
  }

  memory() {
    return memoryOfTree(this.pid);
  }

  /** Milliseconds from `from` until the screen satisfies, Infinity when it never does. */
  until(holds, from = performance.now(), limit = 60_000) {
    return parts.untilShown(this.program, holds, { from, limit });
  }

  /** Presses a key; milliseconds until the screen satisfies. */
  keyToPaint(key, holds, limit = 30_000) {
    return parts.keyToPaint(this.program, key, holds, limit);
  }

  /**
   * Waits until the program and its children rest: no bytes, and hardly any CPU, for a second and a half.
   * @returns whether they did within the limit, in milliseconds
   */
  async idle(limit = 60_000) {
    const end = performance.now() + limit;
    let before = { bytes: -1, cpu: 0 };
    for (let still = 0; still < 5; ) {
      if (performance.now() > end) return false;
      await pause(300);
      const now = { bytes: this.bytes, cpu: await this.cpu() };
      still = now.bytes === before.bytes && now.cpu - before.cpu <= 10 ? still + 1 : 0;
      before = now;
    }
    return true;
  }

  /** Presses a key several times as fast as the terminal takes it, and waits until all is shown. */
  async skip(key, times) {
    await this.program.press(...Array.from({ length: times }, () => key));
    return this.idle(5000);
  }

  /**
   * Presses a key several times, each after the last one's work is over.
   * @returns a key's bytes (median), milliseconds of CPU of the process with all its children, and of itself alone
   */
  async keys(key, times, gap = 150) {
    const bytes = [];
    const [tree, main] = [await this.cpu(), await cpuOf(this.pid)];
    for (let i = 0; i < times; i++) {
      const before = this.bytes;
      void this.program.type(parts.keyBytes(key));
      await pause(gap);
      bytes.push(this.bytes - before);
    }
    await pause(300);
    return { bytes: median(bytes), cpu: ((await this.cpu()) - tree) / times, main: ((await cpuOf(this.pid)) - main) / times };
  }

  async leave() {
    await this.program.press('q');
    await this.program.waitForExit(5000).catch(() => {});
    await this.program.close();
  }
}

/**
 * Opens a program; resolves when `seen` holds of what came from it, or at once without.
 * @param {object} options as of the journeys' `openProgram`, and
 * @param {(program) => boolean} [options.seen] the first that is worth waiting for
 * @param {boolean} [options.kitty] the terminal says that it is a kitty, and keeps what it is sent in `pictures`
 */
export async function openSession({ seen, kitty = false, ...options }) {
  parts ??= await load('test/bench/session-parts.ts');
  delete process.env.CI;
  const pictures = kitty ? new parts.KittyPictures() : null;
  const started = performance.now();
  const program = await parts.openProgram({ columns: 200, rows: 50, ...options, ...(pictures ? { watch: pictures.watch } : {}) });
  const firstSeen = seen ? await parts.untilShown(program, () => seen(program), { from: started }) : 0;
  return Object.assign(new Session(program, firstSeen), { pictures, started });
}

/** Is the program's frame there, with its tabs? */
export const frame = (program) => program.row(0).includes('loradeck') && program.row(0).includes('Training');
/** Where the cursor is, from the name of the image in the title of the details: images are named by numbers. Null before there is one. */
export function position(program) {
  const found = /╭ (\d{5})\.\w+ ─*╮$/.exec(program.row(1))?.[1];
  return found === undefined ? null : Number(found);
}
