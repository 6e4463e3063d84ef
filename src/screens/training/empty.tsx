import { Box } from 'ink';
import { useEffect, useState } from 'react';
import { useSession } from '../deck/use.js';
import { Lines, type Line } from '../parts/lines.js';
import { Pane } from '../parts/pane.js';
import { wrap } from '../parts/text.js';
import { signs, theme } from '../parts/theme.js';
import { trainerInUse, type TrainerInUse } from './trainer-in-use.js';

/** What the screen says while no run was made: what s does, with which trainer, and how to set a real one up. */
export function Empty({ width, height }: { width: number; height: number }) {
  const settings = useSession((session) => session.settings);
  const [trainer, setTrainer] = useState<TrainerInUse | null>(null);
  useEffect(() => {
    let gone = false;
    void trainerInUse(settings).then((found) => {
      if (!gone) setTrainer(found);
    });
    return () => {
      gone = true;
    };
  }, [settings]);
  const inner = Math.min(96, width - 4);
  const lines: Line[] = [
    { text: 'Nothing was trained in this workspace yet.', bold: true },
    blank,
    ...wrap(promise, inner - 2).map((text) => ({ text })),
    blank,
    ...(trainer ? trainerLines(trainer, inner - 2) : []),
  ];
  const roomy = height > 16;
  return (
    <Pane title="training" width={width} height={height} focused>
      <Box flexDirection="column" paddingX={1} paddingY={roomy ? 1 : 0}>
        <Lines lines={lines} width={inner} height={height - (roomy ? 4 : 2)} />
      </Box>
    </Pane>
  );
}

const blank: Line = { text: '' };

const promise =
  's looks at the images and the settings, says what speaks against a start, shows the command, and starts the training. It goes on when you leave; its log, its curve and its saves are here when you come back.';

function trainerLines({ recording, where, problem, asked, configPath }: TrainerInUse, width: number): Line[] {
  const remove = asked ? 'take the line trainer = "recorded" out of loradeck.toml and ' : '';
  const first = recording
    ? `The trainer: recording ${recording}. It plays a recorded run, byte for byte; nothing is trained.`
    : where
      ? `The trainer: kohya's sd-scripts in ${where}.`
      : 'The trainer cannot be told.';
  const lines: Line[] = wrap(first, width).map((text, row) => ({ text, bold: row === 0 }));
  if (problem) lines.push(...wrap(`${signs.error} ${problem}`, width).map((text) => ({ text, color: theme.error })));
  if (!recording && !problem) return lines;
  lines.push(blank, ...wrap(`To train for real, ${remove}write this into ${configPath}:`, width).map((text) => ({ text })));
  for (const text of ['[trainer]', 'path = "~/sd-scripts"', 'python = "~/sd-scripts/venv/bin/python"']) lines.push({ text: `  ${text}`, color: theme.accent });
  return lines;
}
