import type { z } from 'zod';
import type { Host } from './host.js';

/** The text of a small file of a host, at most `limit` bytes of it; empty when it is not there. */
export async function readText(host: Host, path: string, limit?: number): Promise<string> {
  return new TextDecoder().decode(await host.read(path, 0, limit));
}

/** What a JSON file of a host holds; null when it is not there, is damaged, or holds something else. */
export async function readJson<Schema extends z.ZodType>(host: Host, path: string, schema: Schema): Promise<z.infer<Schema> | null> {
  const text = await readText(host, path);
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
