import { requirePerson } from '@/app/require-person';
import { auditLines } from '@/lib/audit/audit-entries';
import { openDatabase } from '@/lib/state/database';

export const dynamic = 'force-dynamic';

const LINES_AT_ONCE = 500;

/** The whole audit log as JSON lines, as it is read: a log may be long. */
export async function GET(): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const encoder = new TextEncoder();
  const lines = auditLines(openDatabase());
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = '';
      for (let count = 0; count < LINES_AT_ONCE; count++) {
        const { value, done } = lines.next();
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          return controller.close();
        }
        text += `${value}\n`;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel: () => void lines.return(undefined),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="riposte-audit.jsonl"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
