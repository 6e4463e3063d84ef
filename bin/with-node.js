#!/usr/bin/env node
// Runs any script of the project under the Node that the program itself runs on: `node bin/with-node.js SCRIPT ARGS…`.
import path from 'node:path';
import { runUnder } from './run-under.js';

const [script, ...args] = process.argv.slice(2);
if (!script) {
  process.stderr.write('usage: node bin/with-node.js SCRIPT [ARGUMENTS]\n');
  process.exit(2);
}
await runUnder(path.resolve(script), args);
