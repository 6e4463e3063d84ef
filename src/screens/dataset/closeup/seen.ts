import type { Dataset, Picture } from '../../../core/dataset/model.js';
import { everyPicture } from '../../../core/dataset/read-pictures.js';
import { current } from '../../../core/session/visible.js';
import type { Room } from '../../deck/overlay.js';
import type { Pictures } from '../../deck/pictures.js';
import type { ShownNow } from '../shown-now.js';
import type { Closeup } from './closeup.js';
import { knownOf } from './learn.js';
import { closeupLayout, pictureCells } from './layout.js';
import { linked, type Size, type Viewport } from './viewport.js';

/** A picture that is looked at closely, and the place that it has. */
export interface Seen {
  /** Null when it is gone. */
  picture: Picture | null;
  /** Its pixels; null when they are not known. */
  size: Size | null;
  /** Pixels that there are for it. */
  room: Size;
  /** Cells that there are for it. */
  cells: { width: number; height: number };
}

/** The pictures of a closeup in a body of these cells: one, or A and B. */
export function seenIn(closeup: Closeup, session: ShownNow, pictures: Pictures, body: Room): Seen[] {
  const { panes, tagLines } = closeupLayout(body.columns, body.rows, closeup.kind);
  const shown = closeup.kind === 'zoom' ? [current(session).picture] : closeup.pictures.map((id) => pictureOf(session.dataset, id));
  return panes.map((pane, at) => {
    const picture = shown[at] ?? null;
    const cells = pictureCells(pane, tagLines);
    const { width, height } = pictures.pixels(cells.width, cells.height);
    return { picture, size: sizeOf(picture), room: { width, height }, cells };
  });
}

/** What of each is seen: of the one that it was chosen on what the closeup says, of the other one the same part. */
export function viewOf(closeup: Closeup, seen: readonly Seen[], at: number): Viewport {
  const chosenOn = closeup.kind === 'zoom' ? 0 : closeup.chosenOn;
  const [from, to] = [seen[chosenOn], seen[at]];
  if (at === chosenOn || !from?.size || !to?.size) return closeup.view;
  return linked(closeup.view, { picture: from.size, room: from.room }, { picture: to.size, room: to.room });
}

/** Which of the pictures the keys are for. */
export function sideOf(closeup: Closeup): 0 | 1 {
  return closeup.kind === 'zoom' ? 0 : closeup.side;
}

function sizeOf(picture: Picture | null): Size | null {
  const facts = picture && knownOf(picture);
  return facts && facts.error === null && facts.width > 0 && facts.height > 0 ? facts : null;
}

const byId = new WeakMap<Dataset, ReadonlyMap<number, Picture>>();

/** A picture by its id, wherever it lies; null when it is gone. */
export function pictureOf(dataset: Dataset | null, id: number): Picture | null {
  if (!dataset) return null;
  let pictures = byId.get(dataset);
  if (!pictures) {
    pictures = new Map(everyPicture(dataset).map((picture) => [picture.id, picture]));
    byId.set(dataset, pictures);
  }
  return pictures.get(id) ?? null;
}
