import { keysLabel, type Binding } from '../parts/bindings.js';

interface Titled {
  title: string;
  bindings: readonly Binding[];
}

/** All keys as a page in Markdown, from the bindings themselves; `docs/keys.md` is this. */
export function keysPage(parts: readonly Titled[]): string {
  const lines = [
    '# Keys',
    '',
    'Generated from the bindings (`npm run keys`). The name of an action is what the `[keys]` table of the configuration takes.',
  ];
  for (const { title, bindings } of parts) {
    lines.push('', `## ${title}`, '', '| keys | what it does | action |', '|---|---|---|');
    for (const binding of bindings) {
      const keys = binding.keys.length > 0 ? `\`${keysLabel(binding).replaceAll(' ', '` `')}\`` : 'palette';
      lines.push(`| ${keys.replaceAll('|', '\\|')} | ${binding.label} | \`${binding.action}\` |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
