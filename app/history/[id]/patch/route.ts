import { attachment, refuse } from '@/app/history/attachment';
import { requirePerson } from '@/app/require-person';
import { addAudit } from '@/lib/audit/audit-log';
import { unifiedPatch } from '@/lib/diff/unified-patch';
import { loadContent } from '@/lib/history/contents';
import { loadRevision } from '@/lib/history/revisions';
import { toByteString, toBytes } from '@/lib/ossec/byte-text';
import { openDatabase } from '@/lib/state/database';

export const dynamic = 'force-dynamic';

/** What a version changed, as a patch: exact bytes, secrets included. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await requirePerson('edit');
  if (person instanceof Response) return person;
  const { id } = await params;
  const database = openDatabase();
  const revision = /^[1-9]\d{0,14}$/.test(id) ? loadRevision(database, Number(id)) : null;
  const before = revision?.parentSha256 ? loadContent(database, revision.parentSha256) : null;
  const after = revision && loadContent(database, revision.sha256);
  if (!before || !after) return refuse(404, 'Riposte does not have both versions of the file.');
  addAudit(database, { person: person.id, action: 'downloaded-patch', detail: { revision: Number(id) } });
  const patch = toBytes(unifiedPatch(toByteString(before), toByteString(after)));
  return attachment(patch, `ossec.conf.${id}.patch`, 'text/x-diff; charset=utf-8');
}
