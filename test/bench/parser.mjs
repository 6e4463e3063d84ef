import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const LOG_BYTES = 200_000_000;
const recording = (path) => readFile(fileURLToPath(new URL(`../../fixtures/recordings/${path}`, import.meta.url)));

/**
 * A log of a very long run: the recorded beginning, then the recorded frames of each step with its number counted on
 * (so that the loss curve grows as in a real run), and the recorded end.
 */
async function longLog(path, bytes) {
  const text = (await recording(path)).toString('utf8');
  const first = text.indexOf('\rsteps:');
  const last = text.lastIndexOf('\rsteps:');
  const frames = text.slice(first, last).match(/\rsteps: +\d+%\|[^\r\n\]]*\] */g).filter((frame) => !frame.includes('?'));
  const total = Math.ceil(bytes / (Buffer.byteLength(frames.join('')) / frames.length) / 2);
  const body = Buffer.alloc(bytes);
  let at = body.write(text.slice(0, first), 0);
  for (let index = 0; at < bytes - 2_000; index++) {
    const frame = frames[index % frames.length].replace(/\| *\d+\/\d+ \[/, `| ${1 + (index >> 1)}/${total} [`);
    at += body.write(frame, at);
  }
  at += body.write(text.slice(last).replace(/\| *\d+\/\d+ \[/, `| ${total}/${total} [`), at);
  return body.subarray(0, at);
}

function seconds(work) {
  const start = performance.now();
  const result = work();
  return { result, s: (performance.now() - start) / 1000 };
}

/** @returns {Promise<{what: string, figure: number, unit: string, budget: string}[]>} */
export async function run() {
  const { createTrainerReader, firstLook } = await load('src/core/training/reader.ts', 'src/core/training/first-look.ts');
  const read = (bytes, size = bytes.length) => {
    const reader = createTrainerReader();
    for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    reader.end();
    return reader.state();
  };
  const rows = [];
  const rate = (what, bytes, size) => {
    const { result, s } = seconds(() => read(bytes, size));
    if (!(result.step > 1000)) throw new Error(`${what}: the log was not read (step ${result.step})`);
    rows.push({ what, figure: Math.round(bytes.length / 1e6 / s), unit: 'MB/s', budget: '≥ 50' });
    return s;
  };

  const log = await longLog('x_recommended_unbuffered_columns400/merged.bin', LOG_BYTES);
  const whole = rate('trainer output parsed, 200 MB in one push', log);
  rate('trainer output parsed, 200 MB in pushes of 64 KiB', log, 65_536);
  rate('trainer output parsed, 50 MB of a 120-column terminal', await longLog('x_long_400_steps/pty.bin', 50_000_000));
  rate('trainer output parsed, 20 MB with key norms', await longLog('b_locon_full_prodigy/stderr.bin', 20_000_000));

  const mixed = Buffer.concat(Array(200).fill(await recording('j_validation/pty.bin')));
  const { s } = seconds(() => read(mixed));
  rows.push({ what: 'trainer output parsed, whole recordings with validation', figure: Math.round(mixed.length / 1e6 / s), unit: 'MB/s', budget: 'shown' });

  const look = seconds(() => firstLook(log.subarray(0, 262_144), log.subarray(-1_048_576)));
  if (!(look.result.step > 1000)) throw new Error('the first look saw no step');
  rows.push({ what: 'attach to a 200 MB log: first look', figure: Number((look.s * 1000).toFixed(1)), unit: 'ms', budget: '≤ 1000' });
  rows.push({ what: 'attach to a 200 MB log: read whole', figure: Math.round(whole * 1000), unit: 'ms', budget: 'shown' });

  const reader = createTrainerReader();
  reader.push(log.subarray(0, 2_000_000));
  const frame = Buffer.from('\rsteps:   1%|          | 99999/1000000 [00:01<00:01,  1.00it/s, avr_loss=0.5]');
  const states = seconds(() => {
    for (let index = 0; index < 10_000; index++) {
      reader.push(frame);
      reader.state();
    }
  });
  rows.push({ what: 'one frame pushed and the state read', figure: Number(((states.s * 1e6) / 10_000).toFixed(1)), unit: 'µs', budget: 'shown' });
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
