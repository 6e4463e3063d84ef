import { measureElement, type DOMElement } from 'ink';
import { createContext, useContext, useEffect, useRef, type RefObject } from 'react';
import { DeckContext } from '../deck/deck.js';
import type { MouseHandlers } from '../deck/mouse-areas.js';

/** How many dialogs lie below what is drawn. */
export const MouseLayer = createContext(0);

/**
 * Lets the mouse do something with a box.
 * @param handlers cells count from inside the border; undefined leaves the box alone
 * @example const box = useRef<DOMElement>(null); useMouse(box, { click: ({ y }) => select(y) }); return <Box ref={box}>…</Box>
 */
export function useMouse(box: RefObject<DOMElement | null>, handlers: MouseHandlers | undefined): void {
  const areas = useContext(DeckContext)?.mouse;
  const layer = useContext(MouseLayer);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const wanted = handlers !== undefined;
  useEffect(() => {
    if (!areas || !wanted) return;
    return areas.add({ layer, box: () => inside(box.current), handlers: () => latest.current ?? {} });
  }, [areas, layer, wanted, box]);
}

function inside(element: DOMElement | null) {
  if (!element) return { x: 0, y: 0, width: 0, height: 0 };
  const { x, y, width, height, clientWidth, clientHeight } = measureElement(element);
  // Our boxes have a border on both sides of a direction, or on none.
  return { x: x + (width - clientWidth) / 2, y: y + (height - clientHeight) / 2, width: clientWidth, height: clientHeight };
}
