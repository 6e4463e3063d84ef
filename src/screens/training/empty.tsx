import { Box, Text } from 'ink';
import { useEffect, useState } from 'react';
import { useSession } from '../deck/use.js';
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
  const inner = Math.min(96, width - 6);
  return (
    <Pane title="training" width={width} height={height} focused>
      <Box flexDirection="column" paddingX={2} paddingY={height > 16 ? 1 : 0}>
        <Text bold>Nothing was trained in this workspace yet.</Text>
        <Text> </Text>
        {wrap('s looks at the images and the settings, says what speaks against a start, shows the command, and starts the training. It goes on when you leave; its log, its curve and its saves are here when you come back.', inner).map((line, row) => (
          <Text key={row}>{line}</Text>
        ))}
        <Text> </Text>
        {trainer && <TrainerLines trainer={trainer} width={inner} />}
      </Box>
    </Pane>
  );
}

function TrainerLines({ trainer, width }: { trainer: TrainerInUse; width: number }) {
  const { recording, where, problem, asked, configPath } = trainer;
  const remove = asked ? 'take the line trainer = "recorded" out of loradeck.toml and ' : '';
  const first = recording
    ? `The trainer: recording ${recording}. It plays a recorded run, byte for byte; nothing is trained.`
    : where
      ? `The trainer: kohya's sd-scripts in ${where}.`
      : 'The trainer cannot be told.';
  return (
    <>
      {wrap(first, width).map((line, row) => (
        <Text key={`t${row}`} bold={row === 0}>
          {line}
        </Text>
      ))}
      {problem &&
        wrap(`${signs.error} ${problem}`, width).map((line, row) => (
          <Text key={`p${row}`} color={theme.error}>
            {line}
          </Text>
        ))}
      {(recording || problem) && <Text> </Text>}
      {(recording || problem) &&
        wrap(`To train for real, ${remove}write this into ${configPath}:`, width).map((line, row) => (
          <Text key={`c${row}`}>{line}</Text>
        ))}
      {(recording || problem) &&
        ['[trainer]', 'path = "~/sd-scripts"', 'python = "~/sd-scripts/venv/bin/python"'].map((line) => (
          <Text key={line} color={theme.accent}>{`  ${line}`}</Text>
        ))}
    </>
  );
}
