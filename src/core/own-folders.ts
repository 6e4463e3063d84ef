import envPaths from 'env-paths';

/** The program's folder for its data: `$XDG_DATA_HOME/loradeck`, else `~/.local/share/loradeck`. */
export function dataFolder(): string {
  return folders().data;
}

/** The program's folder for its configuration: `$XDG_CONFIG_HOME/loradeck`, else `~/.config/loradeck`. */
export function configFolder(): string {
  return folders().config;
}

/** The program's folder for what can be made anew: `$XDG_CACHE_HOME/loradeck`, else `~/.cache/loradeck`. */
export function cacheFolder(): string {
  return folders().cache;
}

function folders() {
  return envPaths('loradeck', { suffix: '' });
}
