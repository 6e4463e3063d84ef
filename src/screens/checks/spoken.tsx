import { summarize } from '../../core/checks/finding.js';
import { everyPicture } from '../../core/dataset/read-pictures.js';
import { counted } from '../../core/words.js';
import { useSession, useView } from '../deck/use.js';
import { describeFinding, describePicture } from '../parts/describe-picture.js';
import { Say } from '../parts/say.js';
import { sortFindings } from './sorted.js';
import { guideLine } from './summary.js';
import { checksView } from './view.js';

/** The Checks screen for the ear: the finding under the cursor with its place, and the image of it. */
export function SpokenChecks() {
  const found = useSession((session) => session.findings);
  const dataset = useSession((session) => session.dataset);
  const { at, image, focus } = useView(checksView);
  const findings = sortFindings(found);
  const { error, warn, info } = summarize(findings);
  const row = Math.min(at, Math.max(0, findings.length - 1));
  const finding = findings[row];
  const path = finding?.images[image];
  const picture = dataset && path !== undefined ? everyPicture(dataset).find((one) => one.path === path) : undefined;
  return (
    <Say
      lines={[
        found ? `${counted(error, 'error')}, ${counted(warn, 'warning')}, ${counted(info, 'note')}` : 'the files are being looked at',
        found && !finding && 'Nothing to mend: the set is as the guide wants it.',
        finding && `finding ${row + 1} of ${findings.length}, ${describeFinding(finding, 'f')}`,
        finding && finding.images.length > 0 && `it is about ${counted(finding.images.length, 'image')}`,
        focus === 'images' && finding && path !== undefined && `image ${image + 1} of ${finding.images.length}: ${picture ? describePicture(picture) : path}`,
        dataset && `guide: ${guideLine(dataset)}`,
      ]}
    />
  );
}
