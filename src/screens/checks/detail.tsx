import { Box, Text } from 'ink';
import type { Finding } from '../../core/checks/finding.js';
import { guideRule } from '../../core/checks/guide.js';
import type { Dataset } from '../../core/dataset/model.js';
import { allPictures } from '../../core/session/visible.js';
import { Pane } from '../parts/pane.js';
import { PictureBox } from '../parts/picture-box.js';
import { scrollTo } from '../parts/scroll.js';
import { count, fill, wrap } from '../parts/text.js';
import { theme } from '../parts/theme.js';

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
  if (!finding) return <Pane title="" width={width} height={height} />;
  const rule = guideRule(finding.rule);
  const inner = width - 2;
  const said = wrap(finding.message, inner - 2);
  const why = wrap(rule?.reason ?? rule?.rule ?? '', inner - 2).slice(0, 5);
  const today = rule?.today ? wrap(`today: ${rule.today}`, inner - 2).slice(0, 4) : [];
  const fix = finding.fix ? `f  ${finding.fix.label}` : rule?.fix ? `what can be done: ${rule.fix}` : '';
  const fixLines = wrap(fix, inner - 2).slice(0, 3);
  const fixed = said.length + why.length + today.length + fixLines.length + 3;
  const rest = Math.max(0, height - 2 - fixed);
  const names = Math.min(finding.images.length, Math.max(1, Math.floor(rest / 3)));
  const first = scrollTo(0, image, finding.images.length, names);
  const path = finding.images[image];
  const picture = dataset && path ? ([...allPictures(dataset), ...dataset.raw, ...dataset.leftOut].find((one) => one.path === path) ?? null) : null;
  const pictureHeight = rest - names;
  return (
    <Pane
      title={`${finding.rule}  ${rule?.title ?? ''}`}
      foot={finding.images.length > 0 ? count(finding.images.length, 'image') : ''}
      width={width}
      height={height}
      focused={focused}
    >
      <Lines lines={said} bold />
      <Text> </Text>
      <Lines lines={why} color={theme.quiet} />
      <Lines lines={today} color={theme.quiet} />
      <Text> </Text>
      <Lines lines={fixLines} color={finding.fix ? theme.accent : undefined} />
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

function Lines({ lines, bold = false, color }: { lines: readonly string[]; bold?: boolean; color?: string | undefined }) {
  return lines.map((line, row) => (
    <Text key={row} bold={bold} color={color} wrap="truncate">
      {' '}
      {line}
    </Text>
  ));
}
