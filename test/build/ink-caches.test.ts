import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import type * as Ink from 'ink';
import type * as React from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changed, inkCaches } from '../../scripts/ink-caches.mjs';

interface Drawn {
  createElement: typeof React.createElement;
  Box: typeof Ink.Box;
  Text: typeof Ink.Text;
  renderToString: typeof Ink.renderToString;
}

let folder: string;
let plain: Drawn;
let cached: Drawn;

async function bundle(name: string, plugins: Plugin[]): Promise<Drawn> {
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    stdin: {
      contents: "export { createElement } from 'react'; export { Box, Text, renderToString } from 'ink';",
      resolveDir: path.resolve('.'),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins,
    alias: { 'react-devtools-core': path.resolve('scripts/no-devtools.js') },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return (await import(pathToFileURL(outfile).href)) as Drawn;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'loradeck-ink-'));
  [plain, cached] = await Promise.all([bundle('plain', []), bundle('cached', [inkCaches])]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A frame as a user interface makes it: rows of coloured texts, some wide, some wrapped, some over others. */
const frame = fc.array(
  fc.record({
    text: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('狐のポスト', 'a\nb', '👩‍🚀 up', 'loss 1.04', '')),
    color: fc.constantFrom('red', '#12aa90', undefined),
    inverse: fc.boolean(),
    width: fc.integer({ min: 1, max: 40 }),
    wrap: fc.constantFrom('wrap' as const, 'truncate' as const),
    over: fc.boolean(),
  }),
  { maxLength: 12 },
);

function draw({ createElement, Box, Text, renderToString }: Drawn, rows: (typeof frame extends fc.Arbitrary<infer T> ? T : never)): string {
  const children = rows.map(({ text, color, inverse, width, wrap, over }, key) =>
    createElement(Box, { key, width, ...(over ? { position: 'absolute' as const, top: 1, left: 2 } : {}) }, createElement(Text, { color, inverse, wrap }, text)),
  );
  return renderToString(createElement(Box, { flexDirection: 'column', width: 44, height: 14, overflow: 'hidden' }, ...children), { columns: 44 });
}

test('what Ink draws is the same when its caches outlive a frame', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 6 }), (frames) => {
      for (const rows of frames) expect(draw(cached, rows)).toBe(draw(plain, rows));
    }),
    { numRuns: 150 },
  );
});

test('another Ink than the pinned one fails the build instead of being changed wrongly', () => {
  expect(() => changed('output.js', 'export default class Output {}')).toThrow('not what scripts/ink-caches.mjs knows');
});
