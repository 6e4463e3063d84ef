import type { SessionStore } from '../../core/session/session.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { filterNeeds } from '../../core/session/visible.js';

/** So long captions are counted before keys get their turn, in milliseconds. */
const turnMs = 8;

/**
 * Counts the tokens of all captions as soon as a filter asks for them: the tokenizer takes a tenth of a second, and 10,000
 * captions take most of one, so that they are counted between the keys. Until it is done the filter finds nothing and says so.
 */
export function countTokensForFilter(session: SessionStore, fail: (error: unknown) => void): void {
  let counting = false;
  session.subscribe((now, before) => {
    const isSame = now.filter === before.filter && now.dataset === before.dataset;
    if (isSame || counting || now.tokensCounted || !now.dataset || !filterNeeds(now, 'tokens')) return;
    counting = true;
    count(session)
      .catch(fail)
      .finally(() => (counting = false));
  });
}

async function count(session: SessionStore): Promise<void> {
  const [{ loadTokenizer }, { captionTokens }] = await Promise.all([import('../../core/clip/count-tokens.js'), import('../../core/trainer-eye/caption-tokens.js')]);
  await loadTokenizer();
  const { dataset } = session.getState();
  if (!dataset) return;
  const pictures = everyPicture(dataset);
  let since = performance.now();
  for (const picture of pictures) {
    captionTokens(picture);
    if (performance.now() - since < turnMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  session.setState({ tokensCounted: true });
}
