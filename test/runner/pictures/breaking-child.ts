import type { Question } from '../../../src/runner/pictures/protocol.js';

// The process that opens pictures, but for files whose name says what becomes of a decoder at them.
process.on('message', ({ ask }: Question) => {
  const paths = ask.what === 'facts' ? ask.paths : 'path' in ask ? [ask.path] : [];
  if (paths.some((path) => path.includes('crash'))) process.kill(process.pid, 'SIGSEGV');
  if (paths.some((path) => path.includes('hang'))) for (;;);
});
await import('../../../src/runner/pictures/pictures-child.js');
