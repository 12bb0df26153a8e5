/*
 * The history as a stream for `git fast-import`: one commit a revision, on the branch main. Takes any bytes.
 */
import { EXPORTED_PATH, type ExportedVersion } from './exported-versions.ts';

const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In pieces, in order; the last says that it is complete, so that a stream that broke off is refused. */
export function* gitStream(versions: Iterable<ExportedVersion>): Generator<Uint8Array> {
  yield toUtf8('feature done\nreset refs/heads/main\n');
  for (const { bytes, author, at, title, body } of versions) {
    const who = `${author.name} <${author.email}> ${Math.floor(at / 1000)} +0000`;
    const message = toUtf8(`${title}\n\n${body.join('\n')}\n`);
    yield toUtf8(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n`);
    yield message;
    yield toUtf8(`M 100644 inline ${EXPORTED_PATH}\ndata ${bytes.length}\n`);
    yield bytes;
    yield toUtf8('\n');
  }
  yield toUtf8('done\n');
}
