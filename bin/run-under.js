import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { findNode, noNodeMessage } from './find-node.js';

/**
 * Runs a script under a Node that is new enough: in this process when it already is one, else as a child that has the
 * terminal to itself. Signals sent to the launcher alone are passed on; ctrl-c reaches the child anyway, as it
 * belongs to the same group.
 * @param {string} script absolute path of a JavaScript module
 * @param {string[]} args its arguments
 */
export async function runUnder(script, args) {
  const node = findNode();
  if (!node) {
    process.stderr.write(`${noNodeMessage()}\n`);
    process.exit(1);
  }
  if (node === process.execPath) {
    process.argv = [node, script, ...args];
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(node, [script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {});
  child.on('error', (error) => {
    process.stderr.write(`loradeck could not start ${node}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
