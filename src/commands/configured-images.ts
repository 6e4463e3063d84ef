import { parseImageChoice } from '../terminal/images/choose.js';
import type { ImageChoice } from '../terminal/images/drivers.js';

/**
 * The way to show pictures that config.toml asks for, where neither the command line nor LORADECK_IMAGES does.
 * @returns `problem`: why the file could not be used, in one sentence
 */
export async function configuredImages(env: NodeJS.ProcessEnv): Promise<{ wanted: ImageChoice | undefined; problem: string | null }> {
  if (env['LORADECK_IMAGES']) return { wanted: undefined, problem: null };
  const { loadUserConfig } = await import('../runner/user-config.js');
  try {
    const { pictures } = (await loadUserConfig()) as { pictures?: { driver?: string } };
    return { wanted: parseImageChoice(pictures?.driver ?? '') ?? undefined, problem: null };
  } catch (error) {
    return { wanted: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}
