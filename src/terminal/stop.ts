import { setTimeout as pause } from 'node:timers/promises';

/**
 * Stops the program as ctrl-z does, until the shell continues it. The whole foreground group stops (npm and the launcher
 * stand before the program), or the shell would go on waiting for them. Where there is no shell to continue it, the
 * kernel ignores the signal and this returns soon.
 * @param onStop our own handler of the signal, which must not catch it now
 */
export async function stopGroup(onStop: () => void): Promise<void> {
  process.off('SIGTSTP', onStop);
  process.kill(0, 'SIGTSTP');
  // The process stands still somewhere in here.
  await pause(50);
  process.on('SIGTSTP', onStop);
}
