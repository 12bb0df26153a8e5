import { requirePerson } from '@/app/require-person';
import { addAudit } from '@/lib/audit/audit-log';
import { unifiedPatch } from '@/lib/diff/unified-patch';
import { toBytes } from '@/lib/ossec/byte-text';
import { loadWorkspace, onDiskOf } from '@/lib/workflow/workspace';

export const dynamic = 'force-dynamic';

const words = (status: number, text: string) => new Response(`${text}\n`, { status });

/** The draft as a patch: exact bytes, secrets included, for `patch -p1` and `git apply`. */
export async function GET(): Promise<Response> {
  const person = await requirePerson('edit');
  if (person instanceof Response) return person;
  const result = await loadWorkspace(person.id);
  if (!result.ok) return words(503, result.failure.message);
  const { draft, failure, database } = result.workspace;
  const config = onDiskOf(result.workspace);
  if (!config || !draft?.plan.ok) return words(409, failure?.message ?? 'The draft cannot be planned.');
  addAudit(database, { person: person.id, action: 'downloaded-patch', detail: { of: 'draft' } });
  return new Response(toBytes(unifiedPatch(config.tree.text, draft.plan.after.tree.text)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'text/x-diff; charset=utf-8',
      'content-disposition': 'attachment; filename="ossec.conf.patch"',
      'cache-control': 'no-store',
    },
  });
}
