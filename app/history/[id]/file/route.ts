import { attachment, refuse } from '@/app/history/attachment';
import { requirePerson } from '@/app/require-person';
import { addAudit } from '@/lib/audit/audit-log';
import { loadContent } from '@/lib/history/contents';
import { loadRevision } from '@/lib/history/revisions';
import { openDatabase } from '@/lib/state/database';

export const dynamic = 'force-dynamic';

/** A version as it was, byte for byte: it holds the secrets of the file. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await requirePerson('edit');
  if (person instanceof Response) return person;
  const { id } = await params;
  const database = openDatabase();
  const revision = /^[1-9]\d{0,14}$/.test(id) ? loadRevision(database, Number(id)) : null;
  const bytes = revision && loadContent(database, revision.sha256);
  if (!bytes) return refuse(404, 'Riposte does not have this version of the file.');
  addAudit(database, { person: person.id, action: 'downloaded-version', detail: { revision: Number(id) } });
  return attachment(bytes, `ossec.conf.${id}`);
}
