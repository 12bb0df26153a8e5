/*
 * What the names in the audit log mean, in words: the one table of actions, and the facts of an entry as short phrases. Pure;
 * knows no database and no page.
 */
import type { AuditEntry } from './audit-log.ts';

const ACTIONS: Readonly<Record<string, string>> = {
  'apply-started': 'Started an apply',
  'apply-finished': 'Apply ended',
  'apply-keep': 'Kept the changes',
  'apply-revert': 'Said to revert',
  'apply-not-kept': 'Nobody kept the changes in time',
  'revert-started': 'Put an older version back',
  'apply-resumed': 'Went on with an apply after a stop',
  'revert-retried': 'Tried the failed revert again',
  'restart-started': 'Restarted the manager',
  'alarm-settled': 'Alarm settled',
  'draft-changed': 'Changed the draft',
  'draft-discarded': 'Discarded the draft',
  'set-aside-restored': 'Brought back a draft that was set aside',
  'restored-version': 'Put an older version into the draft',
  'restored-block': 'Put a block of an older version into the draft',
  'downloaded-version': 'Downloaded a version of ossec.conf',
  'downloaded-patch': 'Downloaded a patch of ossec.conf',
  'exported-history': 'Exported the history',
  'plan-reviewed': 'Was shown a plan on Review',
  'outside-change': 'ossec.conf changed outside Riposte',
  'finding-muted': 'Muted a finding',
  'finding-unmuted': 'Unmuted a finding',
  'white-list-noted': 'Noted something on a white list entry',
  'lock-out-dismissed': 'Left own addresses off the white list',
  'lock-out-guarded': 'Guarded an own address again',
  'person-named': 'Gave a name',
  'user-added': 'Added a user',
  'user-changed': 'Changed a user',
  'user-disabled': 'Disabled a user',
  'user-enabled': 'Enabled a user',
  'password-link-made': 'Made a link to set a password',
  'second-factor-reset': 'Reset a second factor',
  'session-ended': 'Ended a session',
  'approval-asked': 'Asked for approval',
  'approval-given': 'Gave approval',
  'approval-withdrawn': 'Withdrew from an approval',
  'settings-changed': 'Changed the settings',
  forbidden: 'Was turned away',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'sign-in-failed': 'A sign-in failed',
  'password-changed': 'Changed the password',
  'proved-again': 'Proved again who they are',
  'second-factor-added': 'Added a second factor',
  'second-factor-removed': 'Removed the second factor',
  'recovery-codes-renewed': 'Made new recovery codes',
  'recovery-code-used': 'Signed in with a recovery code',
  'link-made': 'Made a one-time link',
};

/** An action in words; one that is not known is shown as it is. */
export const actionWords = (action: string): string =>
  Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? action) : action;

/** The actions whose words hold this one, whatever its case. */
export const actionsCalled = (word: string): string[] =>
  Object.entries(ACTIONS)
    .filter(([, words]) => words.toLowerCase().includes(word.toLowerCase()))
    .map(([action]) => action);

const FACTS: Readonly<Record<string, string>> = {
  takenBack: 'taken back',
  fixOf: 'fix of finding',
  baseSha256: 'over',
  newSha256: 'file',
  sha256: 'file',
  ops: 'operations',
  needs: 'needs the permission',
  for: 'for',
  key: 'finding key',
  message: '',
  result: '',
};

const HASH = /^[0-9a-f]{32,}$/;
const MOST_CHARS = 300;

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return countedWords(value.map(String));
  if (typeof value === 'string') return HASH.test(value) ? value.slice(0, 12) : value.slice(0, MOST_CHARS);
  if (value === null || typeof value === 'number') return String(value);
  return JSON.stringify(value).slice(0, MOST_CHARS);
}

/** "remove-response twice, add-command" */
function countedWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => (count === 1 ? word : `${word} × ${count}`)).join(', ');
}

/** The facts of an entry, each as a phrase; what its link says is left to that. */
export function detailWords(detail: AuditEntry['detail']): string[] {
  const place = placeOf({ detail });
  const told = place && (typeof detail.apply === 'number' ? 'apply' : 'revision');
  return Object.entries(detail)
    .filter(([key]) => key !== told)
    .flatMap(([key, value]) => {
      if (value === false || value === undefined || value === '') return [];
      const name = FACTS[key] ?? key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
      return [value === true ? name : `${name} ${valueWords(value)}`.trim()];
    });
}

/** What the entry is about, as a place in the dashboard; null when it has none. */
export function placeOf({ detail }: Pick<AuditEntry, 'detail'>): { href: string; words: string } | null {
  const { apply, revision } = detail;
  if (typeof apply === 'number') return { href: `/apply/${apply}`, words: `Apply ${apply}` };
  if (typeof revision === 'number') return { href: `/history?id=${revision}`, words: `Revision ${revision}` };
  return null;
}
