import type { Plugin } from 'esbuild';

export const changes: Record<string, [string, string][]>;
export function changed(file: string, source: string): string;
export const inkCaches: Plugin;
