import { beforeEach, expect, it } from 'vitest';
import { personName } from '../auth/people.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { addToDraft } from './change-draft.ts';
import { loadDraft } from './draft.ts';
import { setUp } from './fixtures/made-revision.ts';
import { changesOf, type Made, makeWorkspace } from './fixtures/made-workspace.ts';
import { namePerson } from './name-person.ts';
import { restoreVersion } from './restore/restore-version.ts';
import { listSetAside } from './restore/set-aside.ts';

const change = { op: 'remove-response', index: 0 } as const;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
let made: Made;
beforeEach(() => {
  made = makeWorkspace(plain);
  addToDraft(made.load('local'), [change]);
});

it('who had no name is somebody new, and takes the draft along when asked to', () => {
  const id = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: true });
  expect(personName(made.database, id)).toBe('Marta');
  expect(changesOf(made.load(id))).toEqual([change]);
  expect(changesOf(made.load('local'))).toEqual([]);
});

it('a draft that is not taken along stays where it was', () => {
  const id = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: false });
  expect(changesOf(made.load(id))).toEqual([]);
  expect(changesOf(made.load('local'))).toEqual([change]);
});

it('two with the same name are two people with two drafts', () => {
  const one = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: true });
  const two = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: true });
  expect(one).not.toBe(two);
  expect([changesOf(made.load(one)), changesOf(made.load(two))]).toEqual([[change], []]);
});

it('who has a name keeps the id and the draft with another one', () => {
  const id = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: true });
  expect(namePerson(made.database, { person: id, name: 'Ana', takeDraft: false })).toBe(id);
  expect(personName(made.database, id)).toBe('Ana');
  expect(changesOf(made.load(id))).toEqual([change]);
});

it('a draft that starts from an older version, and those set aside, come along whole and leave nothing behind', () => {
  const { made, revision } = setUp(crlf(plain), plain);
  addToDraft(made.load('local'), [change]);
  restoreVersion(made.load('local'), revision);
  const id = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: true });
  expect(loadDraft(made.database, id)).toMatchObject({ restoreSha256: revision.sha256 });
  expect(loadDraft(made.database, 'local')).toBeNull();
  expect(listSetAside(made.database, id)).toHaveLength(1);
  expect(listSetAside(made.database, 'local')).toEqual([]);
});

it('what was set aside stays with a draft that is not taken along', () => {
  const { made, revision } = setUp(crlf(plain), plain);
  addToDraft(made.load('local'), [change]);
  restoreVersion(made.load('local'), revision);
  const id = namePerson(made.database, { person: 'local', name: 'Marta', takeDraft: false });
  expect([listSetAside(made.database, id).length, listSetAside(made.database, 'local').length]).toEqual([0, 1]);
});
