import { requirePerson } from '@/app/require-person';
import { ENDPOINT_SYSTEMS, endpointGuide, isPlainFileName } from '@/lib/endpoints/endpoint-guide';
import { SKELETONS, scriptSkeleton } from '@/lib/endpoints/script-skeleton';

const problem = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** A script skeleton as a file. */
export async function GET(request: Request): Promise<Response> {
  const person = await requirePerson('view');
  if (person instanceof Response) return person;
  const params = new URL(request.url).searchParams;
  const script = params.get('script') ?? '';
  const system = ENDPOINT_SYSTEMS.find((one) => one === params.get('system'));
  const kind = SKELETONS.find((one) => one === params.get('skeleton'));
  if (!isPlainFileName(script) || !system || !kind) return problem(400, 'Name a script, a system and a language.');
  const name = kind === 'powershell' ? `${script.replace(/\.\w+$/, '')}.ps1` : script;
  return new Response(scriptSkeleton(kind, script, endpointGuide(system, script).runLog), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
