import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { configFolder } from './core/own-folders.js';
import { parseTheme, themeChoices, type ThemeChoice } from './core/session/look.js';
import type { UserConfig } from './runner/user-config.js';

/** What a person may say about the app on the command line; it goes before everything else. */
export interface AppLook {
  theme?: ThemeChoice | undefined;
  screenReader?: boolean | undefined;
}

/** How the app is to look and be handled, and the configuration that says part of it. */
export interface Wishes {
  theme: ThemeChoice;
  mouse: boolean;
  screenReader: boolean;
  config: UserConfig;
  /** What of it could not be used, in sentences. */
  problems: string[];
}

/**
 * What the person wants: the command line goes before the environment (LORADECK_THEME, INK_SCREEN_READER), and that
 * before config.toml. Its reader is loaded only where there is such a file, as the first frame waits for it.
 */
export async function wishes(asked: AppLook, env: Readonly<Record<string, string | undefined>>): Promise<Wishes> {
  const problems: string[] = [];
  const config = await ownConfig().catch((error: unknown): UserConfig => {
    problems.push(error instanceof Error ? error.message : String(error));
    return {};
  });
  const named = env['LORADECK_THEME'] ?? '';
  const fromEnvironment = parseTheme(named);
  if (named !== '' && !fromEnvironment) problems.push(`LORADECK_THEME is ${themeChoices.join(', ')}, not “${named}”.`);
  return {
    theme: asked.theme ?? fromEnvironment ?? config.theme ?? 'auto',
    mouse: config.mouse ?? true,
    screenReader: asked.screenReader ?? (env['INK_SCREEN_READER'] === 'true' || (env['INK_SCREEN_READER'] !== 'false' && config.screenReader === true)),
    config,
    problems,
  };
}

async function ownConfig(): Promise<UserConfig> {
  const there = await access(join(configFolder(), 'config.toml')).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT',
  );
  if (!there) return {};
  const { loadUserConfig } = await import('./runner/user-config.js');
  return loadUserConfig();
}
