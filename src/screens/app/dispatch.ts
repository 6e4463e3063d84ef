import { explainError } from '../../core/system-error.js';
import type { Mouse } from '../../terminal/input/pieces.js';
import type { Deck } from '../deck/deck.js';
import { actionOf, withOverrides, type Binding, type KeyOverrides } from '../parts/bindings.js';
import { helpPage } from '../parts/help-page.js';
import { keyProblems } from './key-problems.js';
import { palette } from '../palette/palette.js';
import { appActions } from './actions.js';
import { appBindings } from './keys.js';
import { screens } from './screens.js';

/** Routes keys to actions: of the topmost overlay, else of the screen, else of the app. */
export class Dispatch {
  constructor(private readonly deck: Deck) {}

  /** Takes the person's own keys in place of ours. @returns what is wrong with them, in sentences */
  override(keys: KeyOverrides): string[] {
    this.deck.session.setState({ keys });
    const tables = Object.values(screens).flatMap(({ bindings, modes = [] }) => [bindings, ...modes.map((mode) => mode.bindings)]);
    return keyProblems(keys, [appBindings, ...tables]);
  }

  /** The bindings that hold now: those of the screen, then those of every screen. */
  tables(): readonly (readonly Binding[])[] {
    const { screen, keys } = this.deck.session.getState();
    return [withOverrides(screens[screen].bindings, keys), withOverrides(appBindings, keys)];
  }

  key(name: string): void {
    const overlay = this.deck.overlays.getState().stack.at(-1);
    if (overlay) return overlay.key(name);
    const action = actionOf(name, ...this.tables());
    if (action !== null) this.run(action);
  }

  /** A click or a notch of the wheel. */
  mouse(event: Mouse): void {
    const reaction = this.deck.mouse.take(event, this.deck.overlays.getState().stack.length);
    if (!reaction) return;
    if ('key' in reaction) this.key(reaction.key);
    else this.run(reaction.action);
  }

  paste(text: string): void {
    const overlay = this.deck.overlays.getState().stack.at(-1);
    if (overlay?.paste) overlay.paste(text);
    else this.deck.say('Pasted text goes into a field: open one first, e.g. with / or a.');
  }

  /** Runs an action by its name; what it throws ends in the status line. */
  run(action: string): void {
    const [room = ''] = action.split('.');
    if (action === 'app.help') return this.help();
    if (action === 'app.palette') return this.palette();
    const table = room === 'app' ? appActions : Object.values(screens).find((screen) => action in screen.actions)?.actions;
    const run = table?.[action];
    if (!run) return;
    this.deck.session.setState({ message: null });
    try {
      void Promise.resolve(run(this.deck)).catch((error: unknown) => this.fail(error));
    } catch (error) {
      this.fail(error);
    }
  }

  private help(): void {
    helpPage(this.deck, screens[this.deck.session.getState().screen].title, this.tables());
  }

  /** Every action: those of this screen first, then the app's, then the other screens' (which are shown first). */
  private palette(): void {
    const { screen, keys } = this.deck.session.getState();
    const others = (Object.keys(screens) as (keyof typeof screens)[]).filter((name) => name !== screen && name !== 'welcome');
    const all = [...this.tables().flat(), ...others.flatMap((name) => withOverrides(screens[name].bindings, keys))];
    const offered = all.filter(({ action }) => action !== 'app.palette');
    palette(this.deck, offered, (action) => {
      const room = others.find((name) => action in screens[name].actions);
      if (room && this.deck.session.getState().root !== null) this.deck.session.setState({ screen: room });
      this.run(action);
    });
  }

  private fail(error: unknown): void {
    this.deck.say(explainError(error), 'error');
  }
}
