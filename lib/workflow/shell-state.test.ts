import { beforeEach, expect, it } from 'vitest';
import { addPerson } from '../auth/people.ts';
import { saveContent } from '../history/contents.ts';
import { addRevision, loadRevision, type Revision } from '../history/revisions.ts';
import type { Daemon } from '../manager/manager.ts';
import { plain } from '../ossec/fixtures/sample-configs.ts';
import { createApply, finishApply, saveStep } from './apply/apply-record.ts';
import { startDeadline } from './apply/keep-deadline.ts';
import { recordStart } from './apply/manager-starts.ts';
import { decide } from './apply/running-apply.ts';
import { addToDraft } from './change-draft.ts';
import { type Made, madeFile, makeWorkspace } from './fixtures/made-workspace.ts';
import { loadManagerState } from './manager-state.ts';
import { restoreVersion } from './restore/restore-version.ts';
import { shellStateOf } from './shell-state.ts';
import { loadVersions } from './versions.ts';

const STARTED = 1_700_000_000_000;
const analysisd: Daemon = { name: 'wazuh-analysisd', required: true, running: true, pid: 70, startedAt: STARTED };
let made: Made;
beforeEach(() => {
  made = makeWorkspace(plain);
  made.daemons = [analysisd];
});

const before = madeFile('before').sha256;
const revise = (sha256: string, over: Partial<Revision> = {}) =>
  addRevision(made.database, {
    ...{
      sha256,
      parentSha256: null,
      source: 'riposte',
      person: 'local',
      note: '',
      sentences: [],
      applyId: null,
      at: 5,
    },
    ...over,
  });

function apply(steps: ('write' | 'confirm')[] = ['write', 'confirm']): number {
  const sentence = { title: 'x', detail: '', mark: '~' } as const;
  const id = createApply(
    made.database,
    {
      ...{ person: addPerson(made.database, 'David'), kind: 'apply', note: '', restart: true, confirmSeconds: 120 },
      ...{ baseSha256: before, newSha256: madeFile(plain).sha256, changes: [], sentences: [sentence, sentence] },
    },
    steps,
  );
  return id;
}
function waitForKeep(id: number): void {
  const step = { text: '', daemons: [], evidence: null, startedAt: 1, finishedAt: null };
  saveStep(made.database, id, { key: 'confirm', state: 'running', ...step });
  startDeadline(made.database, id, 120);
}

async function shell() {
  const workspace = made.load('local');
  return shellStateOf({ ...workspace, state: await loadManagerState(workspace) });
}
async function versions() {
  const workspace = made.load('local');
  return loadVersions(workspace, await loadManagerState(workspace));
}

it('an apply that waits to be kept tells who, how much, what comes back and the time that is left', async () => {
  revise(before);
  const id = apply();
  expect((await shell()).running).toMatchObject({ id, phase: 'applying', remainingMs: null });
  waitForKeep(id);
  const { running } = await shell();
  expect(running).toMatchObject({ id, who: 'David', phase: 'confirming', changes: 2, comesBack: 1, decision: null });
  expect(running?.remainingMs).toBeGreaterThan(100_000);
  decide(made.database, id, 'keep', 'local');
  expect((await shell()).running).toMatchObject({ decision: 'keep' });
});

it('a base that has no number comes back without one', async () => {
  waitForKeep(apply());
  expect((await shell()).running).toMatchObject({ comesBack: null });
});

it('a failed revert is on every page', async () => {
  const id = apply();
  const words = { message: 'It is down.', hint: '', lines: [], managerUp: false, manual: ['cp a b'] };
  finishApply(made.database, id, { result: 'revert-failed', ...words });
  expect(await shell()).toMatchObject({
    running: null,
    alarm: { applyId: id, message: 'It is down.', manual: ['cp a b'] },
  });
});

it('each fingerprint changes with its thing and with nothing else', async () => {
  const first = (await shell()).fingerprints;
  expect((await shell()).fingerprints).toEqual(first);
  addToDraft(made.load('local'), [{ op: 'remove-response', index: 0 }]);
  const drafted = (await shell()).fingerprints;
  expect(drafted).toEqual({ ...first, draft: expect.any(String) });
  addToDraft(made.load('somebody-else'), [{ op: 'remove-response', index: 0 }]);
  expect((await shell()).fingerprints).toEqual(drafted);
  const id = apply();
  expect((await shell()).fingerprints).toEqual({ ...drafted, apply: `${id} running` });
  revise('x');
  expect((await shell()).fingerprints).toEqual({ ...drafted, apply: `${id} running`, revision: '1' });
  made.text = `${plain}\n`;
  expect((await shell()).fingerprints).toMatchObject({ file: madeFile(made.text).sha256, loaded: first.loaded });
});

it('the same file in draft, on disk and in the manager: nothing differs', async () => {
  const revision = revise(madeFile(plain).sha256, { person: 'ada', at: 77 });
  const file = { sha256: madeFile(plain).sha256, revision, source: 'riposte', person: 'ada', at: 77 };
  expect(await versions()).toEqual({
    ...{ draft: null, file, differs: false },
    running: { state: 'known', version: file, since: STARTED },
  });
});

it('a change from outside: the file is one revision, the manager runs the other', async () => {
  revise(before, { source: 'first', person: null });
  revise(madeFile(plain).sha256, { source: 'outside', person: null, at: 99 });
  recordStart(made.database, analysisd, before);
  expect(await versions()).toMatchObject({
    ...{ file: { revision: 2, source: 'outside', person: null, at: 99 }, differs: true },
    running: { state: 'known', version: { revision: 1 }, since: STARTED },
  });
});

it('a file that no revision has yet is told by its own time', async () => {
  expect((await versions()).file).toMatchObject({ revision: null, source: null, at: 1_000 });
});

it('a file that is newer than the start, with the content that was loaded, is in sync', async () => {
  recordStart(made.database, analysisd, madeFile(plain).sha256);
  const workspace = { ...made.load('local'), file: madeFile(plain, STARTED + 99_999) };
  const { differs, running } = loadVersions(workspace, await loadManagerState(workspace));
  expect([differs, running.state]).toEqual([false, 'known']);
});

it('what is not known is not claimed', async () => {
  const workspace = { ...made.load('local'), file: madeFile(plain, STARTED + 99_999) };
  expect(loadVersions(workspace, await loadManagerState(workspace))).toMatchObject({
    ...{ differs: true, running: { state: 'not-known', since: STARTED } },
  });
  made.daemons = [];
  expect(await versions()).toMatchObject({ differs: false, running: { state: 'not-running' } });
});

it('a draft tells how much is in it', async () => {
  addToDraft(made.load('local'), [{ op: 'remove-response', index: 0 }]);
  expect((await versions()).draft).toEqual({ changes: 1, start: null, savedAt: expect.any(Number), stale: false });
});

it('a draft that starts from an older version is told, even without a change of its own', async () => {
  const older = new Uint8Array(Buffer.from(plain.replaceAll('\n', '\r\n')));
  const id = revise(saveContent(made.database, older));
  restoreVersion(made.load('local'), loadRevision(made.database, id) as Revision);
  expect((await versions()).draft).toMatchObject({ changes: 0, start: { revision: id } });
});
