import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { printable } from '../../core/printable.js';
import { inWords } from './in-words.js';

/** Is everything said in lines instead of being laid out? */
export const useSpoken = useIsScreenReaderEnabled;

/** Lines for a screen reader, one thing each; empty ones are left out. What changes of them is read out. */
export function Say({ lines }: { lines: ReadonlyArray<string | false | null | undefined> }) {
  return (
    <Box flexDirection="column">
      {lines
        .filter((line): line is string => typeof line === 'string' && line.trim() !== '')
        .map((line, row) => (
          <Text key={row}>{inWords(printable(line))}</Text>
        ))}
    </Box>
  );
}

/** A field that is typed into; it comes last, so that what is typed goes on at its end. */
export function SayField({ name, text }: { name: string; text: string }) {
  return (
    <Box aria-role="textbox">
      <Text>{`${name}: ${printable(text)}`}</Text>
    </Box>
  );
}
