import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Upload } from '../../../src/terminal/images/image.js';
import { Uploads } from '../../../src/terminal/images/uploads.js';

const picture = (id: number, chunks: number, size = 1): Upload => ({
  id,
  chunks: Array.from({ length: chunks }, (_, i) => `${id}.${i}`.padEnd(size, '-')),
  end: `end ${id}`,
  free: `free ${id}`,
});

/** Takes what is to be sent until nothing is, at most so many pieces. */
function drain(uploads: Uploads, most = 1000): string[] {
  const sent: string[] = [];
  for (let next = uploads.next(); next !== null && sent.length < most; next = uploads.next()) sent.push(next);
  return sent;
}

test('a picture is there once all of it is sent, and is sent once', () => {
  const one = picture(1, 3);
  const uploads = new Uploads(() => [one]);
  expect([uploads.next(), uploads.next()]).toEqual(['1.0', '1.1']);
  expect(uploads.ready(one)).toBe(false);
  const { version } = uploads;
  expect(uploads.next()).toBe('1.2');
  expect(uploads.ready(one)).toBe(true);
  expect(uploads.version).toBeGreaterThan(version);
  expect(uploads.next()).toBeNull();
});

test('pieces of two pictures never mix, whatever is wanted in between', () => {
  const all = [1, 2, 3, 4].map((id) => picture(id, id + 1));
  fc.assert(
    fc.property(fc.array(fc.subarray(all), { minLength: 1, maxLength: 40 }), (steps) => {
      let wanted: readonly Upload[] = [];
      const uploads = new Uploads(() => wanted);
      const sent: string[] = [];
      for (const step of steps) {
        wanted = step;
        const next = uploads.next();
        if (next !== null) sent.push(next);
      }
      wanted = all;
      sent.push(...drain(uploads));
      for (let i = 0; i < sent.length; ) {
        const id = Number(sent[i]?.split('.')[0]);
        const whole = all.find((one) => one.id === id)?.chunks ?? [];
        expect(sent.slice(i, i + whole.length)).toEqual(whole);
        i += whole.length;
      }
      expect(all.every((one) => uploads.ready(one))).toBe(true);
    }),
  );
});

test('what nobody has shown for longest is freed when there is too much, and comes again when it is wanted', () => {
  const large = 30 * 1024 * 1024;
  const all = [1, 2, 3].map((id) => picture(id, 1, large));
  let wanted: Upload[] = [];
  const uploads = new Uploads(() => wanted);
  for (const one of all) {
    wanted = [one];
    drain(uploads);
  }
  expect(uploads.ready(all[0] as Upload)).toBe(false);
  expect(uploads.ready(all[1] as Upload)).toBe(true);
  wanted = [all[2] as Upload];
  expect(drain(uploads)).toEqual([]);
  wanted = [all[0] as Upload];
  expect(drain(uploads)).toEqual([all[0]?.chunks[0], 'free 2']);
});

test('the free of an evicted picture is sent with the next ones, and forgetting frees all that is there', () => {
  const [one, two] = [picture(1, 2), picture(2, 3)];
  const uploads = new Uploads(() => [one, two]);
  for (let i = 0; i < 3; i++) uploads.next();
  // The second was begun: its pieces are ended before anything else is said.
  expect(uploads.forget()).toBe('end 2free 1free 2');
  expect(drain(uploads)).toEqual(['1.0', '1.1', '2.0', '2.1', '2.2']);
  // Of what was sent some may not have arrived.
  expect(uploads.forget()).toBe('end 2free 1free 2');
  expect(uploads.forget()).toBe('');
});

test('of two different pictures that share a number the first is sent, and once', () => {
  const [first, second] = [picture(1, 2), picture(1, 2)];
  const uploads = new Uploads(() => [first, second]);
  expect(drain(uploads)).toEqual(['1.0', '1.1']);
  expect([uploads.ready(first), uploads.ready(second)]).toEqual([true, false]);
});
