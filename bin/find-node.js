import { createRequire } from 'node:module';

/** The oldest Node that the libraries run on. */
export const oldestNode = [22, 22, 0];

/** Is a version such as "20.19.2" at least `oldest`? */
export function isNewEnough(version, oldest = oldestNode) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  for (let i = 0; i < oldest.length; i++) {
    if ((parts[i] ?? 0) !== oldest[i]) return (parts[i] ?? 0) > oldest[i];
  }
  return true;
}

/**
 * The Node that the program runs on: this one when it is new enough, else the one that the project brings itself
 * as an optional dependency (npm 10 does not link it into `.bin` when two of those packages are listed, so it is
 * looked up as a package). Null when neither is there.
 */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const require = createRequire(import.meta.url);
  const folder = process.platform === 'win32' ? 'win' : process.platform;
  try {
    return require.resolve(`node-${folder}-${process.arch}/bin/node`);
  } catch {
    return null;
  }
}

/** What to tell a person whose Node is too old and for whose machine no Node came along. */
export function noNodeMessage() {
  return (
    `loradeck needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}, and no Node came along for ` +
    `${process.platform}-${process.arch}. Install a newer Node, or run npm ci again without --omit=optional.`
  );
}
