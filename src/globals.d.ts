/** The version in package.json, written in by the build. */
declare const __LORADECK_VERSION__: string;
