/*
 * Owns the list of active-response/bin: names, rights, size. Never opens a script and does not know what it does.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome, Script } from '../manager.ts';
import { describeFileFailure, errnoOf } from './describe-file-failure.ts';
import { loadOwnerNames } from './owner-names.ts';

/** Regular files of the folder (symlinks followed), sorted by name. */
export async function loadScripts(folder: string): Promise<Outcome<Script[]>> {
  try {
    const names = (await readdir(folder)).sort();
    const scripts = await Promise.all(names.map((name) => loadScript(folder, name)));
    return { ok: true, value: scripts.filter((script) => script !== null) };
  } catch (error) {
    const subject = {
      subject: 'scripts',
      attempt: 'list active-response/bin',
      consequence: 'The manager is not affected.',
    };
    return { ok: false, failure: describeFileFailure(errnoOf(error), subject) };
  }
}

async function loadScript(folder: string, name: string): Promise<Script | null> {
  const found = await stat(join(folder, name)).catch(() => null);
  if (!found?.isFile()) return null;
  const mode = found.mode & 0o7777;
  return {
    name,
    mode,
    owner: await loadOwnerNames(found.uid, found.gid),
    size: found.size,
    executable: (mode & 0o111) !== 0,
    worldWritable: (mode & 0o002) !== 0,
  };
}
