import { printable } from '../../core/printable.js';
import { LineBroke } from './fetch-error.js';

/**
 * The bytes of an answer as they come.
 *
 * @param silenceMs so long the site may say nothing, in milliseconds
 * @throws LineBroke when it breaks off or falls silent; the reason of `signal` when that is why
 */
export async function* chunksOf(answer: Response, { host }: URL, silenceMs: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = answer.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      let isSilent = false;
      const timer = setTimeout(() => {
        isSilent = true;
        void reader.cancel().catch(() => {});
      }, silenceMs);
      let next: Awaited<ReturnType<typeof reader.read>>;
      try {
        next = await reader.read();
      } catch {
        signal?.throwIfAborted();
        throw new LineBroke(`The line to ${printable(host)} broke.`);
      } finally {
        clearTimeout(timer);
      }
      if (isSilent) throw new LineBroke(`${printable(host)} fell silent.`);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
