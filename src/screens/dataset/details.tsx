import { Box, Text } from 'ink';
import { memo } from 'react';
import type { Finding } from '../../core/checks/finding.js';
import { guideRule } from '../../core/checks/guide.js';
import type { Picture } from '../../core/dataset/model.js';
import { counted } from '../../core/words.js';
import { Pane } from '../parts/pane.js';
import { PictureBox } from '../parts/picture-box.js';
import { cut, size, wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';

interface Props {
  picture: Picture | null;
  findings: readonly Finding[];
  /** Is it an image of a concept? */
  trained: boolean;
  width: number;
  height: number;
}

/** The image under the cursor: large, with its facts, its caption, and what the checks say of it. */
export const Details = memo(function Details({ picture, findings, trained, width, height }: Props) {
  const inner = width - 2;
  // A small pane keeps half of its rows for the picture.
  const room = Math.max(0, height - 3);
  const said = findings.slice(0, Math.min(4, Math.floor(room / 4)));
  const lines = picture ? wrap(captionLine(picture, trained), inner - 2).slice(0, Math.max(1, Math.min(6, Math.floor(room / 2) - said.length))) : [];
  const pictureHeight = Math.max(0, room - lines.length - said.length);
  const title = picture ? picture.name : 'no image';
  const foot = picture ? counted(picture.tags.length, 'tag') : '';
  return (
    <Pane title={title} foot={foot} width={width} height={height}>
      <PictureBox picture={picture} width={inner} height={pictureHeight} restMs={60} />
      <Text color={theme.quiet}> {cut(picture ? facts(picture) : '', inner - 2)}</Text>
      {lines.map((line, row) => (
        <Text key={row}> {line}</Text>
      ))}
      {said.map((finding, row) => (
        <Box key={`f${row}`}>
          <Text color={theme[finding.level]}>
            {' '}
            {signs[finding.level]} {finding.rule}{' '}
          </Text>
          <Text>{cut(ofOne(finding), inner - finding.rule.length - 5)}</Text>
        </Box>
      ))}
    </Pane>
  );
});

/** A finding about several images speaks of the set; beside one image the rule's title says it. */
function ofOne(finding: Finding): string {
  return finding.images.length > 1 ? (guideRule(finding.rule)?.title ?? finding.message) : finding.message;
}

function facts({ facts: known, bytes }: Picture): string {
  if (!known) return `${size(bytes)} · not looked at yet`;
  if (known.error) return `${signs.error} ${known.error}`;
  const extra = [known.alpha ? 'alpha' : '', known.orientation > 1 ? `EXIF turn ${known.orientation}` : ''].filter(Boolean);
  return [`${known.width}×${known.height} ${known.format} ${size(bytes)}`, ...extra].join(' · ');
}

function captionLine(picture: Picture, trained: boolean): string {
  if (!picture.caption && !trained) return 'Not trained, and without a caption.';
  if (!picture.caption) return `No caption file: the trainer takes the folder's text.`;
  if (picture.tags.length === 0) return 'The caption is empty.';
  return picture.tags.join(', ');
}
