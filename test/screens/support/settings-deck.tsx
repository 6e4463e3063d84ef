import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Box, renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createSession } from '../../../src/core/session/session.js';
import { parseSettings } from '../../../src/core/settings/index.js';
import { createDeck } from '../../../src/screens/deck/create-deck.js';
import { createPictures } from '../../../src/screens/deck/create-pictures.js';
import { readPicture } from '../../../src/screens/deck/read-picture.js';
import { createRuns } from '../../../src/screens/deck/create-runs.js';
import { DeckContext, type Deck } from '../../../src/screens/deck/deck.js';
import { bodyRows } from '../../../src/screens/parts/body.js';
import { settingsActions } from '../../../src/screens/settings/actions.js';
import { settingsBindings } from '../../../src/screens/settings/keys.js';
import { SettingsScreen } from '../../../src/screens/settings/screen.js';
import { settingsView } from '../../../src/screens/settings/view.js';
import { Display, plainSetting } from '../../../src/terminal/images/display.js';
import { drivers } from '../../../src/terminal/images/drivers.js';
import { createImageLayer } from '../../../src/terminal/images/layer.js';

/** A picture of one dot. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

/** A settings file with what the checks find: an alpha that does not go with the optimizer, and a misspelt key. */
export const ownSettings = `# mine
pretrained_model_name_or_path = "model.safetensors"
train_data_dir = "."
output_dir = "output"
output_name = "fox"
max_train_epochs = 30
network_alpha = 32   # too much
netwerk_dim = 16

[loradeck]
style = "booru"
`;

let folder: string;
/** The workspace of the test: two concepts and a model file. */
export let root: string;
let leave: (() => Promise<void>) | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loradeck-settings-'));
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME']) vi.stubEnv(name, join(folder, 'xdg', name));
  root = join(folder, 'Fox');
  for (const [concept, images] of [['4_pipnix', 3], ['6_kettlop', 2]] as const) {
    await mkdir(join(root, concept), { recursive: true });
    for (let i = 1; i <= images; i++) {
      await writeFile(join(root, concept, `${i}.png`), dot);
      await writeFile(join(root, concept, `${i}.txt`), `${concept.slice(2)}, solo`);
    }
  }
  await writeFile(join(root, 'model.safetensors'), 'weights');
});

afterEach(async () => {
  await leave?.();
  leave = undefined;
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** The settings as they stand on disk. */
export const file = () => readFile(join(root, 'loradeck.toml'), 'utf8');
export const values = async () => parseSettings(root, await file()).values;

/** The workspace opened, with these settings, and its findings there. */
export async function opened(text: string | null, columns = 80, rows = 24): Promise<Deck> {
  if (text !== null) await writeFile(join(root, 'loradeck.toml'), text);
  const session = createSession();
  const runs = createRuns(session);
  const pictures = createPictures({ session, layer: createImageLayer(), display: new Display(drivers.none, plainSetting), read: readPicture });
  const deck = createDeck({ session, runs, pictures, room: () => ({ columns, rows }), quit: () => undefined });
  leave = () => deck.leave();
  await deck.open(root);
  session.setState({ screen: 'settings' });
  await vi.waitFor(() => expect(session.getState().findings).not.toBeNull(), { timeout: 20_000, interval: 10 });
  return deck;
}

/** What stands on the screen, line by line, without colours. */
export function shown(deck: Deck): string[] {
  const { columns, rows } = deck.room();
  const body = bodyRows(rows);
  const stack = deck.overlays.getState().stack;
  const text = renderToString(
    <DeckContext.Provider value={deck}>
      <Box width={columns} height={body} overflow="hidden">
        <SettingsScreen columns={columns} rows={body} />
        {stack.map((overlay) => (
          <Box key={overlay.name} position="absolute" width={columns} height={body}>
            {overlay.render({ columns, rows: body })}
          </Box>
        ))}
      </Box>
    </DeckContext.Provider>,
    { columns },
  );
  return stripVTControlCharacters(text).split('\n');
}

/** The line of a setting in the list. */
export function row(deck: Deck, label: string): string {
  const lines = shown(deck);
  return lines.find((one) => new RegExp(`││ . ${label.replace(/[()]/g, '\\$&')} {2,}`).test(one)) ?? `no row “${label}” in\n${lines.join('\n')}`;
}

/** The first line that holds a text. */
export const line = (deck: Deck, part: string) => shown(deck).find((one) => one.includes(part)) ?? `(nothing with “${part}”)\n${shown(deck).join('\n')}`;

/** Presses keys as the app routes them; gives what the last action promises. */
export function press(deck: Deck, ...keys: string[]): Promise<void> {
  let last: void | Promise<void> = undefined;
  for (const key of keys) {
    const overlay = deck.overlays.getState().stack.at(-1);
    if (overlay) overlay.key(key);
    else {
      const action = settingsBindings.find((binding) => binding.keys.includes(key))?.action ?? 'none';
      last = settingsActions[action]?.(deck);
    }
  }
  return Promise.resolve(last);
}

/** Key of the setting under the cursor. */
export const cursor = (deck: Deck) => deck.view(settingsView).getState().cursor;
/** The message in the status line. */
export const say = (deck: Deck) => deck.session.getState().message?.text ?? '';
