import { useEffect, useMemo } from 'react';
import { loadTokenizer } from '../../../core/clip/count-tokens.js';
import type { Concept, Picture } from '../../../core/dataset/model.js';
import { useDeck } from '../../deck/deck.js';
import { useSession, useView } from '../../deck/use.js';
import { lookAt, type EyeLook } from './look.js';
import { eyeView } from './view.js';

/** Building the tokenizer takes a tenth of a second: the screen is drawn first. */
const restMs = 60;

/** The trainer's eye on a picture, with so many draws; null for a picture that is not trained. Gets the tokenizer ready. */
export function useEye(picture: Picture | null, concept: Concept | undefined, count: number): EyeLook | null {
  const deck = useDeck();
  const settings = useSession((session) => session.settings);
  const { draw, counts } = useView(eyeView);
  useEffect(() => {
    if (counts) return;
    const timer = setTimeout(() => void loadTokenizer().then(() => deck.view(eyeView).setState({ counts: true })), restMs);
    return () => clearTimeout(timer);
  }, [deck, counts]);
  return useMemo(
    () => (picture && concept && settings ? lookAt(picture, concept, settings, { first: draw, count, counts }) : null),
    [picture, concept, settings, draw, count, counts],
  );
}
