import 'server-only';

/** A refusal in words: nobody but a person reads it. */
export const refuse = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });

/** Bytes to be saved under a name. They hold secrets: no cache keeps them. */
export const attachment = (
  body: Uint8Array | ReadableStream<Uint8Array>,
  name: string,
  type = 'application/octet-stream',
): Response =>
  new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
