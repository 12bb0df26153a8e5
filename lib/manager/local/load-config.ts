/*
 * Owns reading ossec.conf: bytes, hash, mode and owner, or a failure to show.
 * Refuses to know what the bytes mean, and reads nothing larger than any real configuration.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ConfigFile, ManagerFailure, Outcome } from '../manager.ts';
import { describeFileFailure, errnoOf } from './describe-file-failure.ts';
import { loadOwnerNames } from './owner-names.ts';

export const maxConfigBytes = 32 * 1024 * 1024;

const subject = {
  subject: 'config',
  attempt: 'read ossec.conf',
  consequence: 'The manager is not affected.',
} as const;

const tooLarge: ManagerFailure = {
  code: 'config-too-large',
  message: `Cannot read ossec.conf. It is larger than ${maxConfigBytes / 1024 / 1024} MB. The manager is not affected.`,
  hint: 'A configuration this large is probably not one. Check which file etc/ossec.conf leads to.',
};

/** sha256 as lower-case hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the file a path leads to (symlinks followed). Failures: missing, denied, not-a-file, too-large and disk errors. */
export async function loadConfig(path: string): Promise<Outcome<ConfigFile>> {
  try {
    // Non-blocking: a FIFO in place of the file must not hang the reader.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return { ok: false, failure: describeFileFailure('EISDIR', subject) };
      if (stat.size > maxConfigBytes) return { ok: false, failure: tooLarge };
      const bytes = new Uint8Array(await handle.readFile());
      if (bytes.length > maxConfigBytes) return { ok: false, failure: tooLarge };
      const owner = await loadOwnerNames(stat.uid, stat.gid);
      const mode = stat.mode & 0o7777;
      const { uid, gid, mtimeMs } = stat;
      return { ok: true, value: { bytes, sha256: hashBytes(bytes), mode, uid, gid, owner, modifiedAt: mtimeMs } };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, failure: describeFileFailure(errnoOf(error), subject) };
  }
}
