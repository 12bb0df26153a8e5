import * as z from 'zod/mini';
import { requirePerson } from '@/app/require-person';
import { ShownLines } from '@/lib/diff/shown-lines';
import { loadParsed, loadWorkspace, onDiskOf } from '@/lib/workflow/workspace';

export const dynamic = 'force-dynamic';

const MOST = 1000;
const line = z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000_000));
const query = z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), from: line, to: line });

/** Lines of a version that Riposte knows, as pages show them: for the unchanged parts of a diff. */
export async function GET(request: Request): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return Response.json({ error: 'bad-request' }, { status: 400 });
  const { sha256, from, to } = asked.data;
  const result = await loadWorkspace(person.id);
  if (!result.ok) return Response.json({ error: result.failure.code }, { status: 503 });
  const { file, database } = result.workspace;
  const found = file?.sha256 === sha256 ? onDiskOf(result.workspace) : loadParsed(database, sha256);
  if (!found) return Response.json({ error: 'no-such-version' }, { status: 404 });
  const lines = new ShownLines(found.tree).slice(from - 1, Math.min(to, from - 1 + MOST));
  return Response.json({ lines }, { headers: { 'cache-control': 'no-store' } });
}
