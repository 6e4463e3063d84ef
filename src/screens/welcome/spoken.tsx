import { useSession, useView } from '../deck/use.js';
import { Say } from '../parts/say.js';
import { where } from './screen.js';
import { welcomeView } from './view.js';
import { ways } from './ways.js';

/** The welcome screen for the ear. */
export function SpokenWelcome() {
  const session = useSession((state) => state);
  const { at } = useView(welcomeView);
  const list = ways(session);
  const way = list[at];
  return <Say lines={['welcome', ...where(session), way && `way ${at + 1} of ${list.length}: ${way.label}. ${way.about}`]} />;
}
