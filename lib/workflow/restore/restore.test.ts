import { expect, it } from 'vitest';
import { saveContent, sha256Of } from '../../history/contents.ts';
import type { Change } from '../../ossec/index.ts';
import type { ApplyRecord } from '../../view/apply.ts';
import { settleDraft, unsettleDraft } from '../applied-draft.ts';
import { describeDraft } from '../describe-draft.ts';
import { loadDraft, saveDraft } from '../draft.ts';
import { command, edit, file, NOW, response, setUp } from '../fixtures/made-revision.ts';
import { changesOf, plannedText } from '../fixtures/made-workspace.ts';
import { adoptFile, discardDraft, restoreDraft, restoreSnapshot, takeBack } from '../take-back.ts';
import { onDiskOf } from '../workspace.ts';
import { restoreVersion } from './restore-version.ts';
import { draftOfApply, hasDraft, reviewBasis, withoutRestore } from './restored-draft.ts';
import { listSetAside } from './set-aside.ts';

it('a version that changes can say to the byte becomes those changes', () => {
  const old = file(command('host-deny'), response('host-deny', 7));
  const { made, revision } = setUp(old);
  expect(restoreVersion(made.load(), revision)).toMatchObject({ status: 'saved', setAside: null });
  const workspace = made.load();
  expect(workspace.restored).toBeNull();
  expect(changesOf(workspace)).toEqual([{ op: 'edit-response', index: 0, set: { level: 7 } }]);
  expect(plannedText(workspace)).toBe(old);
});

it.each([
  ['other lines', file('  <global>\n    <jsonout_output>yes</jsonout_output>\n  </global>\n', command('host-deny'))],
  ['layout', NOW.replace('    <level>', '\t<level>')],
  ['line ends', NOW.replaceAll('\n', '\r\n')],
  ['a block at another place', file(command('a'), command('host-deny'), response('a', 3), response('host-deny', 10))],
])('a version with %s that changes cannot say is what the draft starts from', (_, old) => {
  const { made, revision } = setUp(old);
  expect(restoreVersion(made.load(), revision).status).toBe('saved');
  const workspace = made.load();
  expect(workspace.restored).toMatchObject({ sha256: revision.sha256, revision: revision.id });
  expect([changesOf(workspace), hasDraft(workspace), plannedText(workspace)]).toEqual([[], true, old]);
  expect(onDiskOf(workspace)?.tree.text).toBe(NOW);
  expect(workspace.file?.sha256).toBe(sha256Of(Buffer.from(NOW)));
  expect(describeDraft(workspace).length).toBeGreaterThan(0);
  expect(reviewBasis(workspace)?.before.tree.text).toBe(NOW);
});

it('a draft that starts from an older version takes changes, and gives them back one by one', () => {
  const old = NOW.replaceAll('\n', '\r\n');
  const { made, revision } = setUp(old);
  restoreVersion(made.load(), revision);
  expect(edit(made, 3)).toMatchObject({ status: 'saved', count: 1 });
  expect(plannedText(made.load())).toBe(old.replace('>10<', '>3<'));
  takeBack(made.load(), made.load().draft?.changes.map(({ id }) => id) ?? []);
  expect(plannedText(made.load())).toBe(old);
  const undo = edit(made, 4);
  if (undo.status !== 'saved') throw new Error('refused');
  restoreDraft(made.load(), undo.previous, undo.revision);
  expect(plannedText(made.load())).toBe(old);
});

it('a discard takes the version with it, and its undo brings it back', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  restoreVersion(made.load(), revision);
  edit(made, 3);
  const { revision: at, draft } = discardDraft(made.load());
  expect(hasDraft(made.load())).toBe(false);
  if (!draft) throw new Error('nothing to undo');
  restoreSnapshot(made.load(), draft, at);
  expect(plannedText(made.load())).toBe(NOW.replaceAll('\n', '\r\n').replace('>10<', '>3<'));
});

it('a file that changed underneath makes it stale; going on keeps the older version', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  restoreVersion(made.load(), revision);
  edit(made, 3);
  made.text = NOW.replace('>10<', '>11<');
  expect(made.load().draft).toMatchObject({ stale: true });
  adoptFile(made.load());
  expect(made.load().draft).toMatchObject({ stale: false });
  expect(plannedText(made.load())).toBe(NOW.replaceAll('\n', '\r\n').replace('>10<', '>3<'));
});

it('a version whose bytes are lost under the draft is a conflict, not a guess', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  restoreVersion(made.load(), revision);
  edit(made, 3);
  const { draft, restored } = made.load();
  expect([draft?.changes[0]?.conflict, restored?.revision]).toEqual([null, 1]);
  saveDraft(made.database, {
    ...(loadDraft(made.database, 'ada') as NonNullable<ReturnType<typeof loadDraft>>),
    restoreSha256: 'f'.repeat(64),
  });
  const lost = made.load();
  expect(lost.restored).toBeNull();
  expect(lost.draft?.changes[0]?.conflict).toMatch(/no longer has the file/);
});

it('a version that cannot come back is refused with the reason, and the draft stays', () => {
  const broken = setUp(NOW.replace('<level>10</level>', '<level>ten</level>'));
  edit(broken.made, 3);
  expect(restoreVersion(broken.made.load(), broken.revision)).toMatchObject({
    status: 'refused',
    code: 'manager-would-refuse',
    message: expect.stringMatching(/^Wazuh would refuse revision 1: /),
  });
  expect(changesOf(broken.made.load())).toHaveLength(1);
  const gone = setUp('gone');
  gone.made.database.exec('DELETE FROM contents');
  expect(restoreVersion(gone.made.load(), gone.revision)).toMatchObject({ status: 'refused', code: 'version-gone' });
  const same = setUp(NOW);
  expect(restoreVersion(same.made.load(), same.revision)).toMatchObject({ code: 'already-on-disk' });
});

it('after an apply of a restored draft, what was added since stands on what was applied', () => {
  const old = NOW.replaceAll('\n', '\r\n');
  const { made, revision } = setUp(old);
  restoreVersion(made.load(), revision);
  const draft = loadDraft(made.database, 'ada');
  const applied = { baseSha256: sha256Of(Buffer.from(NOW)), newSha256: revision.sha256, changes: [] };
  expect(draft && withoutRestore(made.database, draft, applied)).toMatchObject({
    ...{ baseSha256: revision.sha256, restoreSha256: null, changes: [] },
  });
  const other = { ...applied, newSha256: 'f'.repeat(64) };
  expect(draft && withoutRestore(made.database, draft, other)).toEqual(draft);
});

it('an apply that is taken back gives back its changes, or the version itself', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  const baseSha256 = saveContent(made.database, Buffer.from(NOW));
  const changes = [{ op: 'edit-response' as const, index: 0, set: { level: 3 } }];
  const newSha256 = sha256Of(Buffer.from(NOW.replace('>10<', '>3<')));
  expect(draftOfApply(made.database, { baseSha256, newSha256, changes })).toEqual({
    ...{ baseSha256, changes, restoreSha256: null },
  });
  expect(draftOfApply(made.database, { baseSha256, newSha256: revision.sha256, changes: [] })).toEqual({
    ...{ baseSha256, changes: [], restoreSha256: revision.sha256 },
  });
});

it('an apply of a restored draft empties it, and its way back fills it again', () => {
  const old = NOW.replaceAll('\n', '\r\n');
  const { made, revision } = setUp(old);
  restoreVersion(made.load(), revision);
  const record = { kind: 'apply', person: 'ada', baseSha256: sha256Of(Buffer.from(NOW)), newSha256: revision.sha256 };
  const apply = { ...record, changes: [] as Change[] } as ApplyRecord;
  settleDraft(made.database, apply);
  expect(hasDraft(made.load())).toBe(false);
  unsettleDraft(made.database, apply);
  expect(plannedText(made.load())).toBe(old);
  unsettleDraft(made.database, apply);
  expect(listSetAside(made.database, 'ada')).toEqual([]);
});

it('what is typed while a restored draft is applied stays, and fits what was applied', () => {
  const old = NOW.replaceAll('\n', '\r\n');
  const { made, revision } = setUp(old);
  restoreVersion(made.load(), revision);
  edit(made, 3);
  const record = { kind: 'apply', person: 'ada', baseSha256: sha256Of(Buffer.from(NOW)), newSha256: revision.sha256 };
  made.text = old;
  settleDraft(made.database, { ...record, changes: [] as Change[] } as ApplyRecord);
  expect(made.load().draft).toMatchObject({ stale: false });
  expect(plannedText(made.load())).toBe(old.replace('>10<', '>3<'));
});
