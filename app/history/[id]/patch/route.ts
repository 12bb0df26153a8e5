import { currentPerson } from '@/app/current-person';
import { unifiedPatch } from '@/lib/diff/unified-patch';
import { loadContent } from '@/lib/history/contents';
import { toByteString, toBytes } from '@/lib/ossec/byte-text';
import { openDatabase } from '@/lib/state/database';
import { loadApply } from '@/lib/workflow/apply/apply-record';

export const dynamic = 'force-dynamic';

const words = (status: number, text: string) => new Response(`${text}\n`, { status });

/** What an apply did, as a patch: exact bytes, secrets included. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person?.permissions.includes('view')) return words(403, 'You may not see this.');
  const { id } = await params;
  const database = openDatabase();
  const apply = /^[1-9]\d{0,15}$/.test(id) ? loadApply(database, Number(id)) : null;
  const before = apply && loadContent(database, apply.baseSha256);
  const after = apply && loadContent(database, apply.newSha256);
  if (!before || !after) return words(404, 'Riposte does not have both versions of the file.');
  const patch = toBytes(unifiedPatch(toByteString(before), toByteString(after)));
  return new Response(patch as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'text/x-diff; charset=utf-8',
      'content-disposition': `attachment; filename="ossec.conf.${id}.patch"`,
      'cache-control': 'no-store',
    },
  });
}
