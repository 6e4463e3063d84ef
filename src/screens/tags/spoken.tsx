import { current } from '../../core/session/visible.js';
import { sameTag } from '../../core/tags/same-tag.js';
import { counted } from '../../core/words.js';
import { useDeck } from '../deck/deck.js';
import { usePreferences, useSession, useView } from '../deck/use.js';
import { describeFinding, describePicture } from '../parts/describe-picture.js';
import { issuesByImage } from '../parts/issues.js';
import { Say, SayField } from '../parts/say.js';
import { saySuggestions } from '../parts/say-suggestions.js';
import { addSuggestions } from './add-line.js';
import { sayEye } from './eye/say-eye.js';
import { useEye } from './eye/use-eye.js';
import { sayFrequencies } from './frequencies/say-frequencies.js';
import { frequenciesView } from './frequencies/view.js';
import { saySweep } from './sweep/say-sweep.js';
import { unitsOf } from './units.js';
import { tagsView } from './view.js';
import { walkedView } from './walk/model.js';
import { sayWalk } from './walk/say-walk.js';

/** The Tags screen for the ear: the image, the tag under the cursor with its place, and the line that is typed. */
export function SpokenTags() {
  const deck = useDeck();
  const session = useSession((state) => state);
  const { focus, at, setAt, adding, sweep, walk } = useView(tagsView);
  const { keys: walked } = useView(walkedView);
  const counting = useView(frequenciesView);
  const { picture, index, pictures } = current(session);
  const { units: tags, sentences } = unitsOf(picture);
  const findings = picture ? (issuesByImage(session.findings).get(picture.path) ?? []) : [];
  const concept = session.dataset?.concepts.find((one) => one.folder === picture?.folder);
  const eye = useEye(picture, concept, 1);
  const showsEye = usePreferences((preferences) => preferences.eye);
  const tag = tags[at];
  const isActivation = tag !== undefined && (concept?.activation ?? []).some((other) => sameTag(other, tag));
  const ofSet = deck.index.list()[setAt];
  const inSet = ofSet && tags.some((other) => sameTag(other, ofSet.tag));
  if (walk) {
    return (
      <>
        <Say lines={[...sayWalk(deck, session, walk, walked, 26), adding && saySuggestions(addSuggestions(deck, adding.field.text), adding.chosen)]} />
        {adding && <SayField name="add tags" text={adding.field.text} />}
      </>
    );
  }
  if (counting.open) return <Say lines={sayFrequencies(deck, session.dataset)} />;
  if (sweep) return <Say lines={saySweep(sweep, session.dataset)} />;
  return (
    <>
      <Say
        lines={[
          picture ? describePicture(picture, { marked: session.marks.has(picture.id), index, count: pictures.length }) : 'no image',
          ...findings.map((finding) => describeFinding(finding)),
          tags.length > 0 ? `caption: ${tags.join(sentences ? ' ' : ', ')}` : 'no tags yet; a adds some',
          focus === 'tags' && tag !== undefined && sentences && `sentence ${at + 1} of ${tags.length}: ${tag}`,
          focus === 'tags' && tag !== undefined && !sentences && `tag ${at + 1} of ${tags.length}: ${tag}, ${isActivation ? 'activation tag' : `on ${counted(deck.index.count(tag), 'image')}`}`,
          focus === 'set' && ofSet && `tag of the set ${setAt + 1} of ${deck.index.list().length}: ${ofSet.tag}, on ${counted(ofSet.count, 'image')}${inSet ? ', also on this one' : ''}`,
          ...(showsEye && picture ? sayEye(eye, tags) : []),
          adding && saySuggestions(addSuggestions(deck, adding.field.text), adding.chosen),
        ]}
      />
      {adding && <SayField name="add tags" text={adding.field.text} />}
    </>
  );
}
