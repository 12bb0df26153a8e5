import { expect, it } from 'vitest';
import { saveContent } from '../history/contents.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { addToDraft } from './change-draft.ts';
import { saveDraft } from './draft.ts';
import { makeWorkspace } from './fixtures/made-workspace.ts';
import { loadLockOut } from './load-lock-out.ts';

/** The manager is at an address that the file covers. */
function make() {
  const made = makeWorkspace(plain);
  const { manager } = made.load();
  manager.loadHostAddresses = async () => ({ interfaces: ['10.1.0.5'], gateways: [], nameServers: [] });
  manager.loadScripts = async () => ({ ok: false, failure: { code: 'none', message: 'None.', hint: 'None.' } });
  return made;
}
const opened = { open: [{ address: '10.1.0.5', what: 'manager', name: null, isNew: true }] };

it('is quiet while the file covers what is ours', async () => {
  expect(await loadLockOut(make().load(), null)).toBeNull();
});

it('looks at the file as the draft leaves it', async () => {
  const made = make();
  addToDraft(made.load(), [{ op: 'remove-white-list', address: '10.1.0.0/16' }]);
  expect(await loadLockOut(made.load(), null)).toMatchObject(opened);
  addToDraft(made.load(), [{ op: 'add-white-list', address: '10.1.0.5' }]);
  expect(await loadLockOut(made.load(), null)).toBeNull();
});

it('compares a version that comes back with the file on disk', async () => {
  const made = make();
  const older = Buffer.from(plain.replace(/ *<white_list>10\.1.*\n/, ''));
  const restoreSha256 = saveContent(made.database, older);
  const { file } = made.load();
  const draft = { person: 'ada', baseSha256: file?.sha256 ?? '', changes: [], savedAt: 1, restoreSha256 };
  saveDraft(made.database, draft);
  expect(await loadLockOut(made.load(), null)).toMatchObject(opened);
});
