import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Role } from '../auth/roles.ts';
import { saveSettings } from '../auth/settings.ts';
import { addUser, changeUser } from '../auth/users.ts';
import type { Change } from '../ossec/index.ts';
import { plannedFile, startRestart, startRevert } from './apply/start-apply.ts';
import { APPROVAL_MS, findApproval, giveApproval, listApprovals, loadApproval, withdrawApproval } from './approvals.ts';
import { askForDraft, askForRestart } from './approvals-ask.ts';
import { addToDraft } from './change-draft.ts';
import { applyDraft, makeSandbox, type SandboxUnderTest, toItsEnd } from './fixtures/sandbox-workspace.ts';
import { refreshDraft, type Workspace } from './workspace.ts';

let sandbox: SandboxUnderTest;
let original: string;
let people: Record<'ada' | 'bob' | 'eve', string>;
const user = (login: string, role: Role) =>
  addUser(sandbox.database, { login, name: login, password: null, role }) ?? '';

beforeAll(async () => {
  vi.stubEnv('RIPOSTE_WATCH_SECONDS', '0.3');
  sandbox = await makeSandbox();
  original = await sandbox.read();
  people = { ada: user('ada', 'operator'), bob: user('bob', 'operator'), eve: user('eve', 'editor') };
  user('root', 'admin');
});
afterAll(() => sandbox?.dispose());
beforeEach(async () => {
  sandbox.database.exec('DELETE FROM drafts; DELETE FROM approvals');
  saveSettings(sandbox.database, { fourEyes: true });
  changeUser(sandbox.database, people.bob, { role: 'operator', disabled: false });
  await sandbox.write(original);
});

const as = async (who: keyof typeof people): Promise<Workspace> =>
  refreshDraft({ ...(await sandbox.load()), person: people[who] });

async function draftOf(who: keyof typeof people, level = 9): Promise<Workspace> {
  const change: Change = { op: 'edit-response', index: 0, set: { level } };
  addToDraft(await as(who), [change]);
  return as(who);
}

const planOf = (workspace: Workspace) => ({
  baseSha256: workspace.file?.sha256 ?? '',
  newSha256: (workspace.config && plannedFile(workspace.config, workspace)?.sha256) ?? '',
});

function ask(workspace: Workspace): number {
  const asked = askForDraft(workspace, planOf(workspace));
  if (asked.status !== 'asked') throw new Error(asked.message);
  return asked.id;
}

const approve = (id: number, who: keyof typeof people) => {
  const asked = loadApproval(sandbox.database, id);
  return asked !== null && giveApproval(sandbox.database, asked, people[who]);
};
const refusal = { status: 'refused', code: 'needs-approval' };
const start = (workspace: Workspace, restart = false) => applyDraft(workspace, { restart });

it('without the setting nobody is asked', async () => {
  saveSettings(sandbox.database, { fourEyes: false });
  await toItsEnd(sandbox.database, await start(await draftOf('ada')));
});

it('an apply starts when another person who may apply has approved exactly this plan', async () => {
  const workspace = await draftOf('ada');
  expect(await start(workspace)).toMatchObject(refusal);
  const id = ask(workspace);
  expect(await start(workspace)).toMatchObject(refusal);
  expect(approve(id, 'ada')).toBe(false);
  expect(await start(workspace)).toMatchObject(refusal);
  expect(approve(id, 'bob')).toBe(true);
  expect(approve(id, 'eve')).toBe(false);
  const { record } = await toItsEnd(sandbox.database, await start(workspace));
  expect(record).toMatchObject({ person: people.ada, outcome: { result: 'saved' } });
  expect(await sandbox.read()).toBe(original.replace('<level>7</level>', '<level>9</level>'));
});

it('a changed plan, a changed file and another author need an approval of their own', async () => {
  approve(ask(await draftOf('ada')), 'bob');
  expect(await start(await draftOf('ada', 8))).toMatchObject(refusal);
  expect(await start(await draftOf('bob'))).toMatchObject(refusal);
  await sandbox.write(`${original}\n`);
  const other = await draftOf('ada');
  expect(findApproval(sandbox.database, planOf(other), people.ada)).toBe(null);
  expect((await applyDraft(other, { restart: false })).status).not.toBe('started');
});

it('what was not reviewed is not asked for', async () => {
  const workspace = await draftOf('ada');
  expect(askForDraft(workspace, { ...planOf(workspace), newSha256: 'a'.repeat(64) }).status).toBe('conflict');
  expect(listApprovals(sandbox.database)).toEqual([]);
});

it.each([
  ['who may not apply any more', { role: 'editor' }],
  ['who may not sign in any more', { disabled: true }],
] as const)('the approval of somebody %s is none', async (_, change) => {
  const workspace = await draftOf('ada');
  approve(ask(workspace), 'bob');
  changeUser(sandbox.database, people.bob, change);
  expect(await start(workspace)).toMatchObject(refusal);
});

it('an approval can be taken back by who gave it, a request by who asked, neither by others', async () => {
  const workspace = await draftOf('ada');
  const id = ask(workspace);
  approve(id, 'bob');
  expect(withdrawApproval(sandbox.database, id, people.eve)).toBe(false);
  expect(withdrawApproval(sandbox.database, id, people.bob)).toBe(true);
  expect(await start(workspace)).toMatchObject(refusal);
  expect(withdrawApproval(sandbox.database, id, people.ada)).toBe(true);
  expect(loadApproval(sandbox.database, id)).toBe(null);
});

it('an approval is over after a day, and asking again asks anew', async () => {
  const workspace = await draftOf('ada');
  const id = ask(workspace);
  approve(id, 'bob');
  expect(loadApproval(sandbox.database, id, Date.now() + APPROVAL_MS + 1)).toBe(null);
  ask(workspace);
  expect(await start(workspace)).toMatchObject(refusal);
});

it('a restart with a file that others changed needs one, a plain one and a revert do not', async () => {
  saveSettings(sandbox.database, { fourEyes: false });
  const { record } = await toItsEnd(sandbox.database, await applyDraft(await draftOf('ada'), { restart: true }));
  saveSettings(sandbox.database, { fourEyes: true });
  await toItsEnd(sandbox.database, await startRestart(await as('ada'), 0));
  const reverted = await startRevert(await as('ada'), record.id);
  expect((await toItsEnd(sandbox.database, reverted)).record.kind).toBe('revert');
  await sandbox.write(original.replace('<level>7</level>', '<level>5</level>'));
  const refused = await startRestart(await as('ada'), 0);
  expect(refused).toMatchObject(refusal);
  const asked = await askForRestart(await as('ada'));
  if (asked.status !== 'asked') throw new Error(asked.message);
  approve(asked.id, 'bob');
  expect(await startRestart(await as('bob'), 0)).toMatchObject(refusal);
  const { record: restart } = await toItsEnd(sandbox.database, await startRestart(await as('ada'), 0));
  expect(restart).toMatchObject({ kind: 'restart', person: people.ada });
});

it('limits count at the start, too: those of who applies, at that time', async () => {
  saveSettings(sandbox.database, { fourEyes: false });
  const workspace = await draftOf('ada');
  changeUser(sandbox.database, people.ada, { limits: { noAll: false, commands: ['other'] } });
  expect(await start(workspace)).toMatchObject({ status: 'refused', code: 'limited-commands' });
  const again = addToDraft(await as('ada'), [{ op: 'edit-response', index: 1, set: { level: 3 } }]);
  expect(again).toMatchObject({ status: 'refused', code: 'limited-commands' });
  changeUser(sandbox.database, people.ada, { limits: { noAll: false, commands: null } });
});
