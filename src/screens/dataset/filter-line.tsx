import { Box, Text } from 'ink';
import stringWidth from 'string-width';
import { printable } from '../../core/printable.js';
import { folderPictures } from '../../core/session/visible.js';
import { Field } from '../parts/field.js';
import { fill, wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import type { ShownNow } from './shown-now.js';
import type { DatasetView } from './view.js';

interface Props {
  session: ShownNow;
  view: DatasetView;
  shown: number;
  width: number;
}

/** The line of the filter, as it stands or while it is edited, with how many images pass it. */
export function FilterLine({ session, view, shown, width }: Props) {
  const all = folderPictures(session.dataset, session.folder).length;
  const right = session.filter === '' && !view.editing ? '' : ` ${shown} of ${all}`;
  const room = Math.max(1, width - right.length - 3);
  return (
    <Box>
      <Text color={view.editing ? theme.focus : theme.quiet}> / </Text>
      {view.editing ? (
        <Box width={room}>
          <Field field={view.editing} width={room} hint="tag:smile width>=768 …" />
        </Box>
      ) : (
        <Text color={session.filter === '' ? theme.quiet : undefined}>{fill(session.filter || 'all images', room)}</Text>
      )}
      <Text>{right}</Text>
    </Box>
  );
}

/** What is wrong with the filter, under the place where it is wrong. */
export function FilterError({ error, filter, width }: { error: { message: string; column: number }; filter: string; width: number }) {
  const before = stringWidth(printable(filter.slice(0, error.column)));
  const lines = wrap(`${signs.error} ${error.message}`, width - 4);
  return (
    <Box flexDirection="column">
      <Text color={theme.error}>{`${' '.repeat(Math.min(3 + before, width - 2))}▲`}</Text>
      {lines.map((line, row) => (
        <Text key={row} color={theme.error}>{`   ${line}`}</Text>
      ))}
    </Box>
  );
}
