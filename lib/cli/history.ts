/* `riposte history export`: every version of ossec.conf that Riposte keeps, as a mailbox of patches or as a git stream. */
import { exportedVersions } from '../workflow/history/export/exported-versions.ts';
import { gitStream } from '../workflow/history/export/git-stream.ts';
import { patchMailbox } from '../workflow/history/export/patch-mailbox.ts';
import { UsageError } from './io.ts';
import { openStateReadOnly } from './open-state.ts';
import type { Verb } from './run-cli.ts';

export const historyVerb: Verb = async ([what], { patches, git }, io) => {
  if (what !== 'export') throw new UsageError('history: say export.');
  const path = patches ?? git;
  if (path === null || (patches !== null && git !== null))
    throw new UsageError('history export: give either --patches FILE or --git FILE.');
  const database = openStateReadOnly();
  try {
    const versions = exportedVersions(database);
    await io.writeNew(path, patches === null ? gitStream(versions) : patchMailbox(versions));
  } finally {
    database.close();
  }
  const take = patches === null ? 'git fast-import <' : 'git am';
  io.say(`Wrote ${path}. It holds the secrets of ossec.conf. In an empty repository: ${take} ${path}`);
  return 0;
};
