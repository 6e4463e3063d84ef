import { Text } from 'ink';
import type { SettingsFile } from '../../core/settings/file.js';
import { Pane } from '../parts/pane.js';
import { cut, fill, wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';

/** Lines of the file that are shown on either side of the mistake. */
const around = 3;

/** A file that cannot be used: what is wrong and where, the lines around it, and the way on. */
export function BrokenPane({ file, width, height }: { file: SettingsFile; width: number; height: number }) {
  const inner = width - 4;
  const match = /line (\d+), column (\d+)/.exec(file.broken ?? '');
  const at = Number(match?.[1] ?? 0);
  const lines = match && file.text !== null ? file.text.split(/\r?\n/) : [];
  const from = Math.max(1, at - around);
  return (
    <Pane title="loradeck.toml cannot be used" width={width} height={height} focused>
      <Text> </Text>
      {wrap(`${signs.error} ${file.broken ?? ''}`, inner).map((line, index) => (
        <Text key={index} color={theme.error}>
          {' '}
          {line}
        </Text>
      ))}
      <Text> </Text>
      {lines.slice(from - 1, at + around).map((line, index) => {
        const number = from + index;
        return (
          <Text key={number} wrap="truncate" bold={number === at} color={number === at ? undefined : theme.quiet}>
            {number === at ? ' ▸' : '  '}
            {fill(String(number), 5, 'right')} │ {cut(line, inner - 11)}
          </Text>
        );
      })}
      {lines.length > 0 && <Text> </Text>}
      {wrap('Mend it in an editor, then ctrl-l reads it again. Until then nothing here can be changed, and no training starts.', inner).map((line, index) => (
        <Text key={`w${index}`}> {line}</Text>
      ))}
    </Pane>
  );
}
