import 'server-only';
import type { BlockItem } from '@/components/history/restore-blocks';
import { OUTSIDE } from '@/components/history/revision-words';
import { personName } from '@/lib/auth/people';
import { diffLines } from '@/lib/diff/diff-lines';
import { ShownLines } from '@/lib/diff/shown-lines';
import { findRevision, listRevisions, type Revision, revisionTitle } from '@/lib/history/revisions';
import { describeChange } from '@/lib/ossec/compare/describe-change';
import { toText } from '@/lib/ossec/describe/phrase';
import type { Config } from '@/lib/ossec/index';
import type { Database } from '@/lib/state/database';
import type { RevisionItem } from '@/lib/view/revision';
import { loadSteps } from '@/lib/workflow/apply/apply-record';
import { markOf } from '@/lib/workflow/describe-draft';
import { noticeOutsideChange } from '@/lib/workflow/history/notice-outside-change';
import { loadStory, type RevisionStory } from '@/lib/workflow/history/revision-fate';
import { planBlock, restorableBlocks } from '@/lib/workflow/restore/restore-block';
import { formatDay } from '../../format-time';
import type { Page } from '../../load-page';

/** A list of this many rows is still read; older ones are a link away. */
const PAGE = 60;
/** Each costs a plan, and the first ones a diff. */
const MOST_BLOCKS = 200;
const MOST_DIFFS = 30;

/** The numbers of the versions that count now. */
export type Now = { onDisk: number | null; running: number | null };

/** What is on the disk becomes a revision here at the latest. */
export function noticeNow(page: Page, database: Database): Now {
  if (!page.ok || !page.workspace.file) return { onDisk: null, running: null };
  const { file } = page.workspace;
  noticeOutsideChange(database, file);
  const { sync } = page.state;
  const runs = { 'in-sync': file.sha256, 'restart-pending': sync.state === 'restart-pending' && sync.loadedSha256 };
  const running = (sync.state === 'in-sync' || sync.state === 'restart-pending') && runs[sync.state];
  return {
    onDisk: findRevision(database, file.sha256)?.id ?? null,
    running: running ? (findRevision(database, running)?.id ?? null) : null,
  };
}

export const whoOf = (database: Database, { person, source }: Pick<Revision, 'person' | 'source'>): string => {
  if (source === 'first') return 'Riposte';
  return person === null ? OUTSIDE : personName(database, person);
};

export const itemOf = (database: Database, revision: Revision, story: RevisionStory, now: Now): RevisionItem => ({
  id: revision.id,
  title: revisionTitle(revision),
  who: whoOf(database, revision),
  when: formatDay(revision.at),
  fate: story.fate,
  running: revision.id === now.running,
  onDisk: revision.id === now.onDisk,
});

type Asked = { search: string; before?: number; limit?: number };

/** One page of the list, and the number to go on from. */
export function loadItems(database: Database, { limit = PAGE, ...query }: Asked, now: Now) {
  const found = listRevisions(database, { ...query, limit: limit + 1 });
  const revisions = found.slice(0, limit);
  return {
    items: revisions.map((one) => itemOf(database, one, loadStory(database, one), now)),
    newest: revisions[0] ?? null,
    next: found.length > limit ? (revisions.at(-1)?.id ?? null) : null,
  };
}

/** How long the manager was at most without this or the previous file: from the restart until the daemons were seen up. */
export function longestDownMs(database: Database, { apply }: RevisionStory): number | null {
  if (!apply?.restart) return null;
  const steps = loadSteps(database, apply.id);
  const restart = steps.find(({ key }) => key === 'restart');
  const daemons = steps.find(({ key }) => key === 'daemons');
  if (daemons?.state !== 'done' || restart?.startedAt == null || daemons.finishedAt === null) return null;
  const span = daemons.finishedAt - restart.startedAt;
  return span > 0 ? span : null;
}

/** What is different now, block by block; `hidden` counts those that are not shown, `isMore` tells of other lines. */
export function loadBlocks(config: Config, older: Config): { items: BlockItem[]; hidden: number; isMore: boolean } {
  const { blocks, isMore } = restorableBlocks(config, older);
  const items = blocks.slice(0, MOST_BLOCKS).map((block, at): BlockItem => {
    const { title, detail } = describeChange(config.model, block.change);
    const words = { title, detail: toText(detail), mark: markOf(block.change) };
    // What cannot come back alone says so when it is asked for.
    if (at >= MOST_DIFFS) return { change: block.change, words, diff: null, why: null };
    const plan = planBlock(config, block);
    if (plan.ok) {
      const diff = diffLines(new ShownLines(config.tree), new ShownLines(plan.after.tree));
      return { change: block.change, words, diff, why: null };
    }
    const [refusal] = plan.refused;
    return { change: block.change, words, diff: null, why: refusal ? `${refusal.message} ${refusal.hint}` : null };
  });
  return { items, hidden: blocks.length - items.length, isMore };
}
