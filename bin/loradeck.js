#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runUnder } from './run-under.js';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(program)) {
  process.stderr.write('loradeck is not built yet: run npm ci (or npm run build) in its folder first.\n');
  process.exit(1);
}
await runUnder(program, process.argv.slice(2));
