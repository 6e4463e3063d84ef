import { current, folderPictures } from '../../core/session/visible.js';
import { counted } from '../../core/words.js';
import { useSession, useView } from '../deck/use.js';
import { describeFinding, describePicture } from '../parts/describe-picture.js';
import { issuesByImage } from '../parts/issues.js';
import { Say, SayField } from '../parts/say.js';
import { title, whyEmpty } from './screen.js';
import { datasetView } from './view.js';

/** The Dataset screen for the ear: which images are shown, and the one under the cursor. */
export function SpokenDataset() {
  const session = useSession((state) => state);
  const view = useView(datasetView);
  const { picture, index, pictures } = current(session);
  const { filter, marks } = session;
  const all = folderPictures(session.dataset, session.folder).length;
  const findings = picture ? (issuesByImage(session.findings).get(picture.path) ?? []) : [];
  return (
    <>
      <Say
        lines={[
          title(session),
          filter !== '' && !view.editing && `filter ${filter}: ${pictures.length} of ${all} shown`,
          marks.size > 0 && `${counted(marks.size, 'image')} marked`,
          picture ? describePicture(picture, { marked: marks.has(picture.id), index, count: pictures.length }) : whyEmpty(session),
          ...findings.map((finding) => describeFinding(finding)),
          picture && (picture.tags.length > 0 ? `caption: ${picture.tags.join(', ')}` : picture.caption ? 'the caption is empty' : 'no caption file'),
        ]}
      />
      {view.editing && <SayField name={`filter, ${pictures.length} of ${all} shown`} text={view.editing.text} />}
    </>
  );
}
