/*
 * The history as a mailbox of patches, one a revision, for `git am`. The first one adds the file. What a mail would not carry
 * byte for byte (line ends of Windows, bytes that are no UTF-8) goes as a binary patch.
 */

import { unifiedPatch } from '../../../diff/unified-patch.ts';
import { toByteString, toBytes } from '../../../ossec/byte-text.ts';
import { binaryPatch, blobId } from './binary-patch.ts';
import { EXPORTED_PATH, type ExportedVersion } from './exported-versions.ts';
import { mailHeader } from './mail-header.ts';

const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One patch at a time. A revision with the bytes of the one before is left out: `git am` takes no empty patch. */
export function* patchMailbox(versions: Iterable<ExportedVersion>): Generator<Uint8Array> {
  let before: Uint8Array | null = null;
  for (const version of versions) {
    const { bytes } = version;
    if (before && Buffer.compare(before, bytes) === 0) continue;
    yield toUtf8(headOf(version));
    yield patchOf(before, bytes);
    yield toUtf8('-- \nRiposte\n\n');
    before = bytes;
  }
}

function headOf({ author, at, title, body }: ExportedVersion): string {
  return [
    `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    `From: ${mailHeader(author.name)} <${author.email}>`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${mailHeader(`[PATCH] ${title}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body.map(asMessageLine),
    '---',
    '',
  ].join('\n');
}

/** A line that a mail reader or git takes for the end of the message, or for a header, is moved in. */
const asMessageLine = (line: string): string =>
  /^(---|diff |Index: |From |>+From |[\w-]+: )/.test(line) && !/^(Revision|Outcome): /.test(line) ? ` ${line}` : line;

const ABSENT = '0'.repeat(40);

function patchOf(before: Uint8Array | null, after: Uint8Array): Uint8Array {
  const path = EXPORTED_PATH;
  const head = [
    `diff --git a/${path} b/${path}`,
    ...(before ? [] : ['new file mode 100644']),
    `index ${before ? blobId(before) : ABSENT}..${blobId(after)}${before ? ' 100644' : ''}`,
    '',
  ].join('\n');
  if (!isPlain(after) || (before && !isPlain(before))) return toUtf8(head + binaryPatch(before, after));
  const hunks = unifiedPatch(before ? toByteString(before) : '', toByteString(after), path);
  return toBytes(toByteString(toUtf8(head)) + (before ? hunks : hunks.replace(`--- a/${path}`, '--- /dev/null')));
}

/** Can a mail carry it as it is? */
function isPlain(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte === 0 || byte === 13)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
