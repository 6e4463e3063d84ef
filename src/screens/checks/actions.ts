import type { Change } from '../../core/journal/change.js';
import type { Finding } from '../../core/checks/finding.js';
import { merged } from '../../core/checks/merged.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { trainedPictures, folders } from '../../core/session/visible.js';
import { counted } from '../../core/words.js';
import type { Action, Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { explain } from '../parts/explain.js';
import { propose } from '../parts/propose.js';
import { move, scrollTo } from '../parts/scroll.js';
import { checksLayout } from './layout.js';
import { sortFindings } from './sorted.js';
import { checksView } from './view.js';

/** What the keys of the Checks screen do. */
export const checksActions: Record<string, Action> = {
  'checks.down': (deck) => walk(deck, 1),
  'checks.up': (deck) => walk(deck, -1),
  'checks.page-down': (deck) => walk(deck, page(deck)),
  'checks.page-up': (deck) => walk(deck, -page(deck)),
  'checks.first': (deck) => walk(deck, -Infinity),
  'checks.last': (deck) => walk(deck, Infinity),
  'checks.pane': (deck) => {
    const images = under(deck)?.images.length ?? 0;
    deck.view(checksView).setState(({ focus }) => ({ focus: focus === 'findings' && images > 0 ? 'images' : 'findings' }));
  },
  'checks.next-image': (deck) => turn(deck, 1),
  'checks.previous-image': (deck) => turn(deck, -1),
  'checks.explain': (deck) => {
    const finding = under(deck);
    if (finding) explain(deck, finding.rule);
  },
  'checks.show': (deck) => show(deck),
  'checks.tag': (deck) => {
    const path = under(deck)?.images[deck.view(checksView).getState().image];
    const { dataset } = deck.session.getState();
    const picture = dataset && trainedPictures(dataset).find((one) => one.path === path);
    if (!picture) return deck.say('Only images of a concept are tagged.', 'warn');
    deck.session.setState({ screen: 'tags', folder: home(deck, picture.folder), filter: '', cursor: picture.id });
  },
  'checks.fix': async (deck) => {
    const finding = under(deck);
    if (!finding) return;
    if (!finding.fix) return deck.say(`${finding.rule} has no fix on a key; e says what can be done.`, 'info');
    await offer(deck, finding.fix.label, [finding]);
  },
  'checks.fix-all': async (deck) => {
    const finding = under(deck);
    const same = sortFindings(deck.session.getState().findings).filter((one) => one.rule === finding?.rule && one.fix);
    if (!finding || same.length === 0) return deck.say('These findings have no fix on a key; e says what can be done.', 'info');
    await offer(deck, `fix ${counted(same.length, 'finding')} of ${finding.rule}`, same);
  },
};

/** The finding under the cursor. */
function under(deck: Deck): Finding | null {
  return sortFindings(deck.session.getState().findings)[deck.view(checksView).getState().at] ?? null;
}

async function offer(deck: Deck, title: string, findings: readonly Finding[]): Promise<void> {
  const changes: Change[] = [];
  for (const { fix } of findings) if (fix) changes.push(await fix.change());
  const change = changes.length === 1 ? changes[0] : merged(changes);
  if (!change) return;
  propose(deck, { title, lead: findings.length === 1 ? (findings[0]?.message ?? '') : change.what, change });
}

/** Rows of a page in the list of findings. */
function page(deck: Deck): number {
  const { columns, rows } = deck.room();
  return Math.max(1, checksLayout(columns, bodyRows(rows)).list.height - 3);
}

function walk(deck: Deck, delta: number): void {
  const view = deck.view(checksView);
  if (view.getState().focus === 'images') return turn(deck, delta);
  goTo(deck, view.getState().at + delta);
}

/** Puts the cursor on a finding. */
export function goTo(deck: Deck, row: number): void {
  const view = deck.view(checksView);
  const { first } = view.getState();
  const all = sortFindings(deck.session.getState().findings).length;
  const next = move(row, 0, all);
  const { columns, rows } = deck.room();
  const height = checksLayout(columns, bodyRows(rows)).list.height - 2;
  view.setState({ at: next, image: 0, first: scrollTo(first, next, all, height) });
}

function turn(deck: Deck, delta: number): void {
  const images = under(deck)?.images.length ?? 0;
  deck.view(checksView).setState(({ image }) => ({ image: move(image, delta, images) }));
}

/** Marks the images of the finding and shows them in Dataset, wherever they lie. */
function show(deck: Deck): void {
  const finding = under(deck);
  const { dataset } = deck.session.getState();
  if (!finding || !dataset) return;
  const wanted = new Set(finding.images);
  const found = everyPicture(dataset).filter((picture) => wanted.has(picture.path));
  const [first] = found;
  if (!first) return deck.say('This finding is not about images.', 'info');
  const sameFolder = found.every((picture) => picture.folder === first.folder);
  const filter = sameFolder && !dataset.concepts.some((one) => one.folder === first.folder) ? '' : 'marked';
  deck.session.setState({
    screen: 'dataset',
    folder: sameFolder ? home(deck, first.folder) : null,
    filter,
    marks: new Set(found.map((picture) => picture.id)),
    cursor: first.id,
  });
  deck.say(`Marked the ${counted(found.length, 'image')} of ${finding.rule}; esc shows the others, esc again unmarks.`);
}

/** The folder to show so that a picture of it is seen. */
function home(deck: Deck, folder: string): string | null {
  return folders(deck.session.getState().dataset).includes(folder) ? folder : null;
}
