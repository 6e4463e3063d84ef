import { useEffect } from 'react';
import type { Run } from '../../runner/runs.js';
import { useDeck } from '../deck/deck.js';
import { useView } from '../deck/use.js';
import { LogFile, type LogText } from './log-file.js';
import { trainingView } from './view.js';

const everyMs = 1000;
/** A cursor that runs through the list reads no logs. */
const restMs = 80;

/** The log of a run, as it grows while the run is live; null until it was read. It lies in the view, where the keys find it. */
export function useLog(run: Run | null, live: boolean): LogText | null {
  const deck = useDeck();
  const { log } = useView(trainingView);
  useEffect(() => {
    if (!run) return;
    const file = new LogFile(run);
    let timer: ReturnType<typeof setTimeout> | null = null;
    let gone = false;
    const look = async () => {
      const text = await file.read().catch(() => null);
      if (gone) return;
      if (text) deck.view(trainingView).setState({ log: text });
      if (live) timer = setTimeout(() => void look(), everyMs);
    };
    timer = setTimeout(() => void look(), restMs);
    return () => {
      gone = true;
      if (timer) clearTimeout(timer);
    };
  }, [deck, run, live]);
  return log?.run === run?.id ? log : null;
}
