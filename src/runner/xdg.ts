import envPaths from 'env-paths';

/** The program's folder for its data: `$XDG_DATA_HOME/loradeck`, else `~/.local/share/loradeck`. */
export function dataFolder(): string {
  return envPaths('loradeck', { suffix: '' }).data;
}

/** The program's folder for its configuration: `$XDG_CONFIG_HOME/loradeck`, else `~/.config/loradeck`. */
export function configFolder(): string {
  return envPaths('loradeck', { suffix: '' }).config;
}
