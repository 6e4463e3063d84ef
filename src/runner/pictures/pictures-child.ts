import { decode } from '../../core/images/decode.js';
import { readFacts } from '../../core/images/facts.js';
import { loadSharp } from '../../core/images/sharp.js';
import { Thumbnails } from '../../core/images/thumbnails/thumbnails.js';
import { cacheVariable, type Answer, type Ask, type Question } from './protocol.js';

// A program of its own that opens pictures for the full-screen one: what a decoder costs, leaks or breaks stays here. It is
// asked over the channel that it was started with, and ends when that closes.

/** What is still to be written when nobody asks any more gets so many milliseconds. */
const lastMs = 250;

const megabytes = process.env[cacheVariable];
const mostBytes = megabytes === undefined ? undefined : Number(megabytes) * 1024 * 1024;
const thumbnails = new Thumbnails({ mostBytes });
// What an earlier session kept goes too.
if (mostBytes === 0) void thumbnails.trim();

process.on('message', ({ id, ask }: Question) => {
  answer(ask).then(
    (value) => send({ id, value, rss: process.memoryUsage.rss() }),
    (error: unknown) => send({ id, error: error instanceof Error ? error.message : String(error), rss: process.memoryUsage.rss() }),
  );
});
process.on('disconnect', () => {
  // An orderly exit would wait for a decoder that does not come back.
  const end = (): boolean => process.kill(process.pid, 'SIGKILL');
  setTimeout(end, lastMs);
  thumbnails.settled().then(end, end);
});
// The keyboard's interrupt is meant for the program.
process.on('SIGINT', () => {});
// The first picture does not wait for it then.
void loadSharp().catch(() => {});

function answer(ask: Ask): Promise<unknown> {
  switch (ask.what) {
    case 'read':
      return thumbnails.read(ask.path, ask.request);
    case 'facts':
      return Promise.all(ask.paths.map((path) => readFacts(path)));
    case 'look':
      return ask.thumbnail ? thumbnails.look(ask.path) : decode(ask.path);
    case 'lacking':
      return thumbnails.lacking(ask.files);
  }
}

function send(message: Answer): void {
  // The other side may be gone by now.
  if (process.connected) process.send?.(message, () => {});
}
