import Link from 'next/link';
import { spanText } from '@/components/apply/span-text';
import { DiffView } from '@/components/diff/diff-view';
import { RestoreVersion } from '@/components/history/restore-version';
import { RevisionDetail } from '@/components/history/revision-detail';
import { Callout } from '@/components/ui/callout';
import type { Definition } from '@/components/ui/definition-list';
import { personName } from '@/lib/auth/people';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { type Revision, revisionTitle } from '@/lib/history/revisions';
import type { Config } from '@/lib/ossec/index';
import type { Database } from '@/lib/state/database';
import { isUndone } from '@/lib/view/revision';
import { loadSteps } from '@/lib/workflow/apply/apply-record';
import { loadStory, type RevisionStory } from '@/lib/workflow/history/revision-fate';
import { refuseRestore } from '@/lib/workflow/restore/restore-version';
import { hasDraft } from '@/lib/workflow/restore/restored-draft';
import { loadParsed } from '@/lib/workflow/workspace';
import { bringDraftBack, restoreRevision } from '../../actions/history';
import { formatDay, formatTime } from '../../format-time';
import type { Page } from '../../load-page';
import { DifferentNow } from './different-now';
import { longestDownMs, type Now, whoOf } from './load-history';

type Props = { page: Page; database: Database; revision: Revision; now: Now };

/** The version that was chosen in the list. */
export function ChosenRevision({ page, database, revision, now }: Props) {
  const story = loadStory(database, revision);
  const version = loadParsed(database, revision.sha256);
  const mayEdit = page.person.permissions.includes('edit');
  const workspace = page.ok ? page.workspace : null;
  const refusal = workspace && refuseRestore(workspace, revision);
  const isOnDisk = revision.id === now.onDisk || workspace?.file?.sha256 === revision.sha256;
  const isInDraft = workspace?.restored?.sha256 === revision.sha256;
  const canRestore = mayEdit && workspace !== null && !isOnDisk && !isInDraft && version !== null;
  return (
    <RevisionDetail
      id={revision.id}
      title={revisionTitle(revision)}
      facts={factsOf(database, revision, story)}
      note={revision.note}
      sentences={revision.sentences}
      hasBytes={version !== null}
      mayDownload={mayEdit}
      restore={
        canRestore && (
          <RestoreVersion
            id={revision.id}
            disabled={Boolean(refusal)}
            restore={restoreRevision}
            undo={bringDraftBack}
          />
        )
      }
    >
      <Ending story={story} />
      {version ? <WhatItChanged {...{ database, revision, version, mayEdit }} /> : <BytesGone />}
      {canRestore && (
        <p id="restore-words" className="mt-2 text-12 text-fg-3">
          {refusal
            ? `${refusal.message} ${refusal.hint}`
            : `Restoring copies revision ${revision.id} into your draft. Nothing changes on the manager until you apply.${hasDraft(workspace) ? ' Your draft is set aside, not lost.' : ''}`}
        </p>
      )}
      {isInDraft && <p className="mt-2 text-12 text-fg-3">Your draft starts from this revision.</p>}
      {version && !isInDraft && (workspace?.restored || !isOnDisk) && workspace?.config && (
        <DifferentNow
          config={workspace.config}
          start={workspace.restored?.revision ?? null}
          version={version}
          revision={revision}
          mayEdit={mayEdit}
        />
      )}
    </RevisionDetail>
  );
}

function factsOf(database: Database, revision: Revision, story: RevisionStory): Definition[] {
  const { apply, replacedBy } = story;
  const down = longestDownMs(database, story);
  const at = { first: 'Found', outside: 'Changed', riposte: 'Applied' }[revision.source];
  const facts: Definition[] = [
    { term: 'By', value: whoOf(database, revision) },
    { term: at, value: formatDay(revision.at) },
  ];
  if (apply?.decision === 'keep' && apply.decidedBy !== null) {
    const confirm = loadSteps(database, apply.id).find(({ key }) => key === 'confirm');
    const keptAt = confirm?.finishedAt ?? apply.finishedAt;
    const by = `by ${personName(database, apply.decidedBy)}`;
    facts.push({ term: 'Kept', value: keptAt === null ? by : `${sameDay(revision.at, keptAt)}, ${by}` });
  }
  if (down !== null) facts.push({ term: 'Manager down', value: `${spanText(down)} at most` });
  if (replacedBy) {
    facts.push({
      term: 'Replaced by',
      value: (
        <>
          <Link href={`/history?id=${replacedBy.id}`} className="link">
            {replacedBy.id}
          </Link>
          , {formatDay(replacedBy.at)}
        </>
      ),
    });
  }
  if (apply) {
    facts.push({
      term: 'Apply',
      value: (
        <Link href={`/apply/${apply.id}`} className="link">
          Steps and log
        </Link>
      ),
    });
  }
  return facts;
}

/** The day is said once. */
const sameDay = (before: number, at: number): string =>
  new Date(before).toDateString() === new Date(at).toDateString() ? formatTime(at) : formatDay(at);

/** Only an end that is not the usual one. */
function Ending({ story: { fate, apply } }: { story: RevisionStory }) {
  if (fate === 'reverted-by-hand' && apply?.outcome?.result !== 'reverted') {
    return (
      <Callout className="mb-5" title="Taken back later">
        The version from before it was put back by hand.
      </Callout>
    );
  }
  if (!apply?.outcome || ['first', 'outside', 'kept', 'saved', 'under-way'].includes(fate)) return null;
  const { message, hint, lines } = apply.outcome;
  return (
    <Callout className="mb-5" tone={isUndone(fate) ? 'amber' : 'red'} title={message}>
      {!isUndone(fate) && hint}
      {lines.length > 0 && <pre className="mt-1 text-12 whitespace-pre-wrap wrap-anywhere">{lines.join('\n')}</pre>}
    </Callout>
  );
}

type WhatProps = { database: Database; revision: Revision; version: Config; mayEdit: boolean };

function WhatItChanged({ database, revision, version, mayEdit }: WhatProps) {
  const { id, parentSha256 } = revision;
  if (parentSha256 === null)
    return <p className="text-fg-2">This is what ossec.conf held when Riposte first looked at it.</p>;
  const before = loadParsed(database, parentSha256);
  if (!before) return <p className="text-fg-2">Riposte no longer has the version before this one to compare with.</p>;
  return (
    <DiffView
      diff={diffLines(new ShownLines(before.tree), new ShownLines(version.tree))}
      title="ossec.conf"
      leftName="Before"
      rightName={`Revision ${id}`}
      keys
      wideView="unified"
      linesHref={`/review/lines?sha256=${parentSha256}`}
      // A patch is of the file itself, its secrets included.
      patchHref={mayEdit ? `/history/${id}/patch` : undefined}
    />
  );
}

const BytesGone = () => (
  <p className="text-fg-2">
    Riposte no longer has the bytes of this version. They were older than the history is kept.
  </p>
);
