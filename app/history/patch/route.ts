import { attachment, refuse } from '@/app/history/attachment';
import { readVersion } from '@/app/read-version';
import { requirePerson } from '@/app/require-person';
import { addAudit } from '@/lib/audit/audit-log';
import { unifiedPatch } from '@/lib/diff/unified-patch';
import { toBytes } from '@/lib/ossec/byte-text';
import { openDatabase } from '@/lib/state/database';
import { loadWorkspace } from '@/lib/workflow/workspace';

export const dynamic = 'force-dynamic';

/** The way between any two versions, as a patch: exact bytes, secrets included. */
export async function GET(request: Request): Promise<Response> {
  const person = await requirePerson('edit');
  if (person instanceof Response) return person;
  const { searchParams } = new URL(request.url);
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
  const loaded = await loadWorkspace(person.id);
  const workspace = loaded.ok ? loaded.workspace : null;
  const database = openDatabase();
  const [left, right] = [readVersion(database, workspace, from), readVersion(database, workspace, to)];
  if (!left || !right) return refuse(404, 'Riposte does not have both versions of the file.');
  addAudit(database, { person: person.id, action: 'downloaded-patch', detail: { from, to } });
  const patch = toBytes(unifiedPatch(left.config.tree.text, right.config.tree.text));
  return attachment(patch, `ossec.conf.${from}-${to}.patch`, 'text/x-diff; charset=utf-8');
}
