import { expect, it } from 'vitest';
import { sha256Of } from '../../history/contents.ts';
import { loadDraft } from '../draft.ts';
import { edit, NOW, setUp } from '../fixtures/made-revision.ts';
import { changesOf, plannedText } from '../fixtures/made-workspace.ts';
import { restoreVersion } from './restore-version.ts';
import { hasDraft } from './restored-draft.ts';
import { bringBack, contentsSetAside, forgetSetAside, listSetAside, setAside } from './set-aside.ts';

it('the draft from before is set aside, and Undo swaps them back', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  edit(made, 3);
  const outcome = restoreVersion(made.load(), revision);
  if (outcome.status !== 'saved') throw new Error('refused');
  expect(listSetAside(made.database, 'ada')).toMatchObject([{ id: outcome.setAside, count: 1, revision: null }]);
  expect(listSetAside(made.database, 'bob')).toEqual([]);
  bringBack(made.load(), outcome.setAside, outcome.revision);
  expect(plannedText(made.load())).toBe(NOW.replace('>10<', '>3<'));
  expect(listSetAside(made.database, 'ada')).toEqual([]);
});

it('the undo of a restore into an empty draft leaves it empty', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  const outcome = restoreVersion(made.load(), revision);
  if (outcome.status !== 'saved') throw new Error('refused');
  bringBack(made.load(), outcome.setAside, outcome.revision);
  expect([hasDraft(made.load()), listSetAside(made.database, 'ada')]).toEqual([false, []]);
});

it('what was typed meanwhile is set aside when another draft comes back', () => {
  const { made, revision } = setUp(NOW.replaceAll('\n', '\r\n'));
  edit(made, 3);
  const outcome = restoreVersion(made.load(), revision);
  if (outcome.status !== 'saved') throw new Error('refused');
  edit(made, 5);
  bringBack(made.load(), outcome.setAside, outcome.revision);
  expect(listSetAside(made.database, 'ada')).toMatchObject([{ count: 1, revision: revision.id }]);
  expect(contentsSetAside(made.database)).toContain(revision.sha256);
  bringBack(made.load(), listSetAside(made.database, 'ada')[0]?.id ?? 0);
  expect(plannedText(made.load())).toBe(NOW.replaceAll('\n', '\r\n').replace('>10<', '>5<'));
});

it('a draft of somebody else can neither be taken nor thrown away', () => {
  const { made } = setUp(NOW);
  edit(made, 3);
  const id = setAside(made.database, loadDraft(made.database, 'ada')) ?? 0;
  expect(bringBack(made.load('bob'), id)).toMatchObject({ status: 'refused', code: 'no-such-draft' });
  expect(forgetSetAside(made.load('bob'), id)).toMatchObject({ status: 'refused' });
  expect(forgetSetAside(made.load(), id)).toMatchObject({ status: 'saved' });
  expect(listSetAside(made.database, 'ada')).toEqual([]);
});

it('a plain list of changes is a draft, too', () => {
  const { made } = setUp(NOW);
  const changes = [{ op: 'edit-response', index: 0, set: { level: 6 } }];
  made.database
    .prepare('INSERT INTO drafts_set_aside (person, base_sha256, changes, at) VALUES (?, ?, ?, ?)')
    .run('ada', sha256Of(Buffer.from(NOW)), JSON.stringify(changes), 5);
  bringBack(made.load(), listSetAside(made.database, 'ada')[0]?.id ?? 0);
  expect(changesOf(made.load())).toEqual(changes);
});
