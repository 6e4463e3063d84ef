import { Box, Text, useInput, usePaste, useWindowSize } from 'ink';
import { useStore } from 'zustand';
import { DeckContext, type Deck } from '../deck/deck.js';
import { bodyRows } from '../parts/body.js';
import { Footer } from '../parts/footer.js';
import { Header } from '../parts/header.js';
import { keyName } from '../parts/key-name.js';
import { paletteFor } from '../parts/palettes.js';
import { useSpoken } from '../parts/say.js';
import { editsWithAlt } from '../parts/text-field.js';
import { MouseLayer } from '../parts/use-mouse.js';
import type { Dispatch } from './dispatch.js';
import { screens } from './screens.js';
import { SpokenFrame } from './spoken-frame.js';

/** Below this the panes hold nothing that could be read. */
const least = { columns: 40, rows: 12 };

/** The frame of the program: header, the screen that is shown, overlays over it, footer. Keys go to the dispatch. */
export function Shell({ deck, dispatch }: { deck: Deck; dispatch: Dispatch }) {
  const { columns, rows } = useWindowSize();
  // Another key for the frame is another frame: with new colours everything is drawn anew, also what keeps what it drew.
  const colors = useStore(deck.look, paletteFor);
  useInput((input, key) => {
    const name = keyName(input, key);
    if (name !== null) for (const one of unmixed(name, deck)) dispatch.key(one);
  });
  usePaste((text) => dispatch.paste(text));
  const spoken = useSpoken();
  if (spoken) {
    return (
      <DeckContext.Provider value={deck}>
        <SpokenFrame deck={deck} />
      </DeckContext.Provider>
    );
  }
  return (
    <DeckContext.Provider value={deck}>
      <Box width={columns} height={rows} flexDirection="column">
        {columns < least.columns || rows < least.rows ? (
          <Text>{`loradeck needs ${least.columns}×${least.rows} cells; this window has ${columns}×${rows}.`}</Text>
        ) : (
          <Frame key={colors} deck={deck} dispatch={dispatch} columns={columns} rows={rows} />
        )}
      </Box>
    </DeckContext.Provider>
  );
}

/**
 * Escape and the key after it, when a slow line brings both in one read: most terminals send alt-x as the same bytes, and no
 * action of ours lies on alt. In a field a few are the usual ones for words. Where alt is sure it is no escape.
 */
function unmixed(name: string, deck: Deck): string[] {
  const inField = deck.overlays.getState().stack.at(-1)?.paste !== undefined;
  if (deck.altIsSure || (inField && editsWithAlt(name))) return [name];
  return name.startsWith('alt-') ? ['escape', name.slice(4)] : [name];
}

interface FrameProps {
  deck: Deck;
  dispatch: Dispatch;
  columns: number;
  rows: number;
}

function Frame({ deck, dispatch, columns, rows }: FrameProps) {
  const screen = useStore(deck.session, (session) => session.screen);
  const stack = useStore(deck.overlays, (state) => state.stack);
  // The keys may come after the first frame, from the configuration.
  useStore(deck.session, (session) => session.keys);
  const { View } = screens[screen];
  const body = bodyRows(rows);
  return (
    <>
      <Header columns={columns} />
      <Box width={columns} height={body} flexShrink={0}>
        <View columns={columns} rows={body} />
        {stack.map((overlay, index) => (
          <Box key={index} position="absolute" width={columns} height={body}>
            <MouseLayer value={index + 1}>{overlay.render({ columns, rows: body })}</MouseLayer>
          </Box>
        ))}
      </Box>
      <MouseLayer value={Infinity}>
        <Footer columns={columns} tables={dispatch.tables()} overlay={stack.at(-1) ?? null} />
      </MouseLayer>
    </>
  );
}
