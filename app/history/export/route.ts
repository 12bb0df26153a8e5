import { attachment, refuse } from '@/app/history/attachment';
import { requirePerson } from '@/app/require-person';
import { addAudit } from '@/lib/audit/audit-log';
import { openDatabase } from '@/lib/state/database';
import { exportedVersions } from '@/lib/workflow/history/export/exported-versions';
import { gitStream } from '@/lib/workflow/history/export/git-stream';
import { patchMailbox } from '@/lib/workflow/history/export/patch-mailbox';

export const dynamic = 'force-dynamic';

/** The whole history, piece by piece: as patches for `git am`, or as a stream for `git fast-import`. */
export async function GET(request: Request): Promise<Response> {
  const person = await requirePerson('edit');
  if (person instanceof Response) return person;
  const as = new URL(request.url).searchParams.get('as');
  if (as !== 'patches' && as !== 'git') return refuse(400, 'Say as=patches or as=git.');
  const database = openDatabase();
  addAudit(database, { person: person.id, action: 'exported-history', detail: { as } });
  const versions = exportedVersions(database);
  const [pieces, name] =
    as === 'git' ? [gitStream(versions), 'ossec.conf.git-stream'] : [patchMailbox(versions), 'ossec.conf.mbox'];
  return attachment(streamOf(pieces), name);
}

function streamOf(pieces: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      pieces.return?.();
    },
  });
}
