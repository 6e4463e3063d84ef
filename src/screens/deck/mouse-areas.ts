import type { Mouse } from '../../terminal/input/pieces.js';

/** A cell of an area, from its upper left one. */
export interface AreaCell {
  x: number;
  y: number;
}

/** What a click asks for besides what the area did itself: an action by its name, or a key. */
export type Reaction = { action: string } | { key: string } | undefined | void;

/** What an area does with the mouse. */
export interface MouseHandlers {
  /** A press of the left button. */
  click?: ((cell: AreaCell) => Reaction) | undefined;
  /** One notch of the wheel: 1 down, -1 up. */
  wheel?: ((by: 1 | -1, cell: AreaCell) => Reaction) | undefined;
}

/** A part of the screen that the mouse can do something with. */
export interface MouseArea {
  /** 0 for the screen, from 1 for the dialogs over it; Infinity for what no dialog covers. */
  layer: number;
  /** Where it lies, in cells of the terminal; asked for only when the mouse did something. */
  box: () => { x: number; y: number; width: number; height: number };
  handlers: () => MouseHandlers;
}

/** The areas that are drawn now. Keys cost them nothing: an area is measured when an event comes. */
export class MouseAreas {
  private readonly areas = new Set<MouseArea>();

  /** Takes an area in; gives the function that takes it out. */
  add(area: MouseArea): () => void {
    this.areas.add(area);
    return () => void this.areas.delete(area);
  }

  /**
   * Gives an event to the smallest area under it that wants it. What lies below a dialog gets none.
   * @param top how many dialogs are open
   */
  take({ action, button, x, y }: Mouse, top: number): Reaction {
    const by = action === 'wheel-down' ? 1 : action === 'wheel-up' ? -1 : null;
    if (by === null && (action !== 'press' || button !== 0)) return undefined;
    let best: { handlers: MouseHandlers; cell: AreaCell; cells: number } | null = null;
    for (const { layer, box, handlers } of this.areas) {
      if (layer < top) continue;
      const wanted = handlers();
      if (!(by === null ? wanted.click : wanted.wheel)) continue;
      const { x: left, y: above, width, height } = box();
      const cell = { x: x - left, y: y - above };
      if (cell.x < 0 || cell.y < 0 || cell.x >= width || cell.y >= height) continue;
      if (!best || width * height <= best.cells) best = { handlers: wanted, cell, cells: width * height };
    }
    if (!best) return undefined;
    return by === null ? best.handlers.click?.(best.cell) : best.handlers.wheel?.(by, best.cell);
  }
}
