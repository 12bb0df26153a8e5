import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saveContent } from '../../history/contents.ts';
import { addRevision, loadRevision, type Revision } from '../../history/revisions.ts';
import { toByteString, toBytes } from '../../ossec/byte-text.ts';
import { arbitraryConfig, mutatedConfig } from '../../ossec/fixtures/arbitrary-config.ts';
import { parseConfig, parseConfigText } from '../../ossec/index.ts';
import { openDatabaseAt } from '../../state/database.ts';
import { plannedFile } from '../apply/start-apply.ts';
import { makeWorkspace } from '../fixtures/made-workspace.ts';
import { refreshDraft, type Workspace } from '../workspace.ts';
import { planBlock, restorableBlocks } from './restore-block.ts';
import { restoreVersion } from './restore-version.ts';

const config = fc.oneof(arbitraryConfig, mutatedConfig);

/** A workspace over a byte string, and a revision with another one. */
function setUp(now: string, old: string) {
  const database = openDatabaseAt(':memory:');
  const bytes = toBytes(now);
  const made = makeWorkspace('', database).load();
  const file = { ...(made.file as NonNullable<Workspace['file']>), bytes, sha256: saveContent(database, bytes) };
  const load = () => refreshDraft({ ...made, file, config: parseConfig(bytes), restored: null });
  const id = addRevision(database, {
    ...{ sha256: saveContent(database, toBytes(old)), parentSha256: null, source: 'first', person: null },
    ...{ note: '', sentences: [], applyId: null, at: 1 },
  });
  return { database, load, revision: loadRevision(database, id) as Revision };
}

it('a restored version is written byte for byte, or refused with a reason', () => {
  fc.assert(
    fc.property(config, config, (now, old) => {
      const { database, load, revision } = setUp(now, old);
      const outcome = restoreVersion(load(), revision);
      const workspace = load();
      const planned = workspace.config && plannedFile(workspace.config, workspace);
      if (outcome.status === 'saved') expect(toByteString(planned?.bytes ?? new Uint8Array())).toBe(old);
      else expect(['manager-would-refuse', 'already-on-disk']).toContain(outcome.code);
      if (outcome.status !== 'saved' && outcome.code === 'manager-would-refuse')
        expect(parseConfigText(old).verdict.accepted).toBe(false);
      database.close();
    }),
    { seed: 5_710, numRuns: 150 },
  );
});

it('a block that comes back alone leaves no more differences than before', () => {
  fc.assert(
    fc.property(arbitraryConfig, arbitraryConfig, (now, old) => {
      const [current, older] = [parseConfigText(now), parseConfigText(old)];
      const { blocks } = restorableBlocks(current, older);
      for (const block of blocks.slice(0, 3)) {
        const plan = planBlock(current, block);
        if (!plan.ok) continue;
        expect(plan.after.verdict.accepted || !current.verdict.accepted).toBe(true);
        expect(restorableBlocks(plan.after, older).blocks.length).toBeLessThanOrEqual(blocks.length);
      }
    }),
    { seed: 5_710, numRuns: 100 },
  );
});
