import 'server-only';
import { requestFrom } from '@/app/request-from';
import { openAlertHistory } from '@/lib/alerts/open-alert-history';
import { personName } from '@/lib/auth/people';
import { dateOf } from '@/lib/forms/white-list-form';
import { isLive } from '@/lib/ossec/findings/support/command-of';
import { isListed } from '@/lib/ossec/white-list/is-listed';
import type { Database } from '@/lib/state/database';
import type { HeldBack, ListedEntry, OwnAddressRow, WhiteListRow } from '@/lib/view/white-list';
import { plannedChanges } from '@/lib/workflow/draft-view';
import { factsIn } from '@/lib/workflow/find-in-workspace';
import { loadFactsWithRules } from '@/lib/workflow/load-facts';
import { loadDismissals } from '@/lib/workflow/lock-out-dismissals';
import { blockersIn } from '@/lib/workflow/lock-out-guard';
import { loadOwnAddresses } from '@/lib/workflow/own-addresses';
import { loadHeldBack } from '@/lib/workflow/white-list-held-back';
import { loadNotes, type WhiteListNote } from '@/lib/workflow/white-list-notes';
import { type EntryOrigin, findOrigins } from '@/lib/workflow/white-list-origins';
import { entriesAfter, listEntries } from '@/lib/workflow/white-list-rows';
import type { Workspace } from '@/lib/workflow/workspace';
import { expiryWords, formatDay } from '../../format-time';

export type WhiteListPage = {
  rows: WhiteListRow[];
  /** Not awaited: counting the past takes longer than showing the list. */
  held: Promise<HeldBack>;
  own: OwnAddressRow[];
  by: string[];
  live: number;
};

/** Everything that the page shows; null without a file. */
export async function loadWhiteList(workspace: Workspace): Promise<WhiteListPage | null> {
  const { config, draft, database, identity } = workspace;
  if (!config) return null;
  const { before, facts } = await loadFactsWithRules(workspace);
  const listed = listEntries(config.model, draft ? plannedChanges(draft) : []);
  const after = factsIn(draft?.plan.ok ? draft.plan.after : config, facts);
  const now = Date.now();
  const asked = { entries: listed.map(({ address }) => address), facts: before, now };
  const notes = loadNotes(database);
  const inFile = listed.filter(({ mark }) => mark !== '+').map(({ address }) => address);
  const origins = findOrigins(database, config.model, inFile);
  return {
    rows: listed.map((entry) => ({
      ...toRow(entry, notes.get(entry.address), now),
      addedWords: addedWords(database, notes.get(entry.address), origins.get(entry.address)),
    })),
    held: loadHeldBack(openAlertHistory(identity), asked).catch(() => ({
      kind: 'unknown',
      why: 'The past alerts cannot be read.',
    })),
    own: await ownRows(workspace, entriesAfter(listed)),
    by: blockersIn(after),
    live: after.responses.filter(isLive).length,
  };
}

function toRow(entry: ListedEntry, note: WhiteListNote | undefined, now: number): Omit<WhiteListRow, 'addedWords'> {
  const { expiresAt = null } = note ?? {};
  return {
    ...entry,
    note: note?.note ?? '',
    expiresOn: dateOf(expiresAt),
    isExpired: expiresAt !== null && expiresAt <= now,
    expiryWords: expiresAt === null ? null : expiryWords(expiresAt, now),
  };
}

/** Who put it into a draft; for what came another way, the history. */
function addedWords(
  database: Database,
  note: WhiteListNote | undefined,
  origin: EntryOrigin | undefined,
): string | null {
  if (note?.addedBy && note.addedAt !== null)
    return `Added by ${personName(database, note.addedBy)}, ${formatDay(note.addedAt)}`;
  if (!origin) return null;
  const who = origin.person === null ? 'outside Riposte' : `by ${personName(database, origin.person)}`;
  return `Added ${who}, ${formatDay(origin.at)}`;
}

async function ownRows(workspace: Workspace, entries: readonly string[]): Promise<OwnAddressRow[]> {
  const { database } = workspace;
  const dismissals = loadDismissals(database);
  const own = await loadOwnAddresses(workspace, (await requestFrom()).address);
  return own
    .filter(({ what }) => what !== 'agent')
    .map((one) => {
      const said = dismissals.get(one.address);
      return {
        ...one,
        coveredBy: entries.find((entry) => isListed(one.address, [entry])) ?? null,
        dismissed: said
          ? { reason: said.reason, who: personName(database, said.person), when: formatDay(said.dismissedAt) }
          : null,
      };
    });
}
