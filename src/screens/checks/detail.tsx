import { Box, Text } from 'ink';
import type { Finding } from '../../core/checks/finding.js';
import { guideRule } from '../../core/checks/guide.js';
import type { Dataset } from '../../core/dataset/model.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import { Lines, type Line } from '../parts/lines.js';
import { Pane } from '../parts/pane.js';
import { PictureBox } from '../parts/picture-box.js';
import { scrollTo } from '../parts/scroll.js';
import { fill, wrap } from '../parts/text.js';
import { theme } from '../parts/theme.js';
import { imagesMouse } from './mouse.js';

interface Props {
  finding: Finding | null;
  dataset: Dataset | null;
  /** Row among its images. */
  image: number;
  focused: boolean;
  width: number;
  height: number;
}

/** One finding: what it says, the rule's reason, what fixes it, and its images with a picture of the one under the cursor. */
export function FindingDetail({ finding, dataset, image, focused, width, height }: Props) {
  const deck = useDeck();
  if (!finding) return <Pane title="" width={width} height={height} />;
  const rule = guideRule(finding.rule);
  const inner = width - 2;
  const said = wrap(finding.message, inner - 2);
  const quiet = (text: string): Line[] => wrap(text, inner - 4).map((line) => ({ text: line, color: theme.quiet }));
  const why = atMost(quiet(rule?.reason ?? rule?.rule ?? ''), 5);
  const today = rule?.today ? atMost(quiet(`today: ${rule.today}`), 4) : [];
  const fix = finding.fix ? `f  ${finding.fix.label}` : rule?.fix ? `what can be done: ${rule.fix}` : '';
  const fixLines = wrap(fix, inner - 2).slice(0, 3);
  const blank = { text: '' };
  const lines: Line[] = [
    ...said.map((text) => ({ text, bold: true })),
    ...(fixLines.length > 0 ? [blank] : []),
    ...fixLines.map((text) => ({ text, color: finding.fix ? theme.accent : undefined })),
    blank,
    ...why,
    ...today,
  ];
  // Where there is little room, the images come before the reasons, which e shows in full.
  const least = Math.min(finding.images.length, 2);
  const seen = atMost(lines, Math.max(1, height - 3 - least));
  const rest = Math.max(0, height - 3 - seen.length);
  const names = Math.min(finding.images.length, Math.max(Math.min(least, rest), Math.floor(rest / 3)));
  const first = scrollTo(0, image, finding.images.length, names);
  const path = finding.images[image];
  const picture = dataset && path ? (everyPicture(dataset).find((one) => one.path === path) ?? null) : null;
  const pictureHeight = rest - names;
  return (
    <Pane
      title={`${finding.rule}  ${rule?.title ?? ''}`}
      foot={finding.images.length > 0 ? counted(finding.images.length, 'image') : ''}
      width={width}
      height={height}
      focused={focused}
      mouse={imagesMouse(deck, finding.images.length, { top: seen.length + 1, first, names })}
    >
      <Lines lines={seen} width={inner} height={seen.length} />
      <Text> </Text>
      {finding.images.slice(first, first + names).map((name, row) => (
        <Text key={name} inverse={focused && first + row === image} bold={first + row === image} wrap="truncate">
          {fill(` ${first + row === image ? '▸' : ' '} ${name}`, inner)}
        </Text>
      ))}
      {picture && pictureHeight > 2 && (
        <Box>
          <PictureBox picture={picture} width={inner} height={pictureHeight} restMs={60} />
        </Box>
      )}
    </Pane>
  );
}

/** The first lines; a `…` says that more was cut off. */
function atMost(lines: readonly Line[], most: number): Line[] {
  if (lines.length <= most) return [...lines];
  return lines.slice(0, most).map((line, at) => (at < most - 1 ? line : { ...line, text: `${line.text} …` }));
}
