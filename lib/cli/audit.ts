/* `riposte audit verify` proves the audit log of the state directory; `riposte audit export` prints it as JSON lines. */
import { auditLines } from '../audit/audit-entries.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { UsageError } from './io.ts';
import { openStateReadOnly } from './open-state.ts';
import type { Verb } from './run-cli.ts';

export const auditVerb: Verb = async ([what], { json, head }, io) => {
  if (what !== 'verify' && what !== 'export') throw new UsageError('audit: say verify or export.');
  if (what === 'export' && (json || head !== null)) throw new UsageError('audit export takes no options.');
  if (head !== null && !/^[0-9a-f]{64}$/.test(head)) throw new UsageError('--head: give the 64 digits of a hash.');
  const database = openStateReadOnly();
  try {
    if (what === 'export') {
      for (const line of auditLines(database)) io.answer(line);
      return 0;
    }
    const verdict = verifyAudit(database, head ?? undefined);
    if (json) io.answer(JSON.stringify(verdict));
    else if (verdict.ok) io.answer(`The audit log is whole: ${countWords(verdict.entries)}.\nHead: ${verdict.head}`);
    else io.answer(`The audit log is not what was written. ${verdict.problem}`);
    return verdict.ok ? 0 : 1;
  } finally {
    database.close();
  }
};

const countWords = (entries: number): string => (entries === 1 ? '1 entry' : `${entries} entries`);
