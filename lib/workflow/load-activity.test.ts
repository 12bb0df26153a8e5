import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countOutcomes } from '../activity/ask-activity.ts';
import type { Coverage } from '../alerts/alert-history.ts';
import { createMemoryHistory } from '../alerts/fixtures/memory-history.ts';
import { saveContent } from '../history/contents.ts';
import { addRevision } from '../history/revisions.ts';
import { createLocalManager } from '../manager/local/local-manager.ts';
import { parseConfigText } from '../ossec/index.ts';
import { defaultConfig } from '../sandbox/default-config.ts';
import { prepareSandbox } from '../sandbox/prepare-sandbox.ts';
import { openDatabaseAt } from '../state/database.ts';
import { loadActivity } from './load-activity.ts';
import type { Workspace } from './workspace.ts';

// A sandbox that does not run: its files are enough. Its alerts are asked of the history by brute force.
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-activity-'));
  await prepareSandbox(directory, { start: false, fast: true });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

type Histories = { riposteAlertHistories?: Map<string, ReturnType<typeof createMemoryHistory>> };

async function makeWorkspace(text = defaultConfig, state?: Coverage['state']): Promise<Workspace> {
  const alerts = await readFile(join(directory, 'logs/alerts/alerts.json'), 'utf8');
  const history = createMemoryHistory(() => alerts);
  const { loadCoverage } = history;
  history.loadCoverage = async () => {
    const covered = await loadCoverage();
    return covered.ok && state ? { ok: true, value: { ...covered.value, state } } : covered;
  };
  const manager = createLocalManager({ directory, sandbox: true });
  const identity = await manager.identify();
  (globalThis as Histories).riposteAlertHistories = new Map([[identity.directory, history]]);
  const loaded = await manager.loadConfig();
  if (!loaded.ok) throw new Error(loaded.failure.message);
  const bytes = Buffer.from(text);
  const database = openDatabaseAt(':memory:');
  const file = { ...loaded.value, bytes, sha256: saveContent(database, bytes) };
  const config = parseConfigText(text);
  return { person: 'a', database, manager, identity, file, config, failure: null, draft: null, base: null };
}

const counted = async (workspace: Workspace) => {
  const { executions, notes, jsonOff } = await loadActivity(workspace, 0);
  const of = (outcome: string) => countOutcomes(executions).find((one) => one.outcome === outcome)?.count ?? 0;
  return {
    unseen: of('unseen'),
    failed: of('failed'),
    permanent: of('permanent'),
    running: of('running'),
    notes,
    jsonOff,
  };
};

test('the sandbox has what the page is for: unseen, failed, permanent and running', async () => {
  const { unseen, failed, permanent, running, notes, jsonOff } = await counted(await makeWorkspace());
  expect({ permanent, running, notes, jsonOff }).toEqual({
    permanent: 1,
    running: expect.any(Number),
    notes: [],
    jsonOff: false,
  });
  for (const count of [unseen, failed, running]) expect(count).toBeGreaterThan(2);
});

test('with part of the alerts nothing is held against an agent, and the page says so', async () => {
  const state = { kind: 'reading', doneBytes: 1, totalBytes: 2, file: 'x' } as const;
  const { unseen, notes } = await counted(await makeWorkspace(defaultConfig, state));
  expect(unseen).toBe(0);
  expect(notes).toEqual([expect.stringContaining('when all alerts are in')]);
});

test('what ran before the responses changed is not held against those of now', async () => {
  const workspace = await makeWorkspace();
  const older = saveContent(workspace.database, Buffer.from(defaultConfig.replace('<level>7<', '<level>9<')));
  const at = Date.now();
  const common = { parentSha256: null, person: null, note: '', sentences: [], applyId: null };
  const outside = { ...common, source: 'outside' as const };
  addRevision(workspace.database, { ...outside, sha256: older, at: at - 86_400_000 });
  addRevision(workspace.database, { ...outside, sha256: workspace.file?.sha256 ?? '', at });
  const all = await counted(await makeWorkspace());
  const { unseen, notes } = await counted(workspace);
  // The response that changed is host-deny; those of the others are still told.
  expect(unseen).toBeLessThan(all.unseen);
  expect(unseen).toBeGreaterThan(0);
  expect(notes).toEqual(['Missing runs of host-deny are told only since the last change of that response.']);
});

test('with wazuh-execd off on the manager nothing is expected there, also of responses that run where the alert is', async () => {
  const onManager = async (text: string) => {
    const { executions } = await loadActivity(await makeWorkspace(text), 0);
    return executions.filter(({ agentId, outcome }) => agentId === '000' && outcome === 'unseen').length;
  };
  // Without white list and for every level: the manager's own alerts set it off.
  const open = defaultConfig.replace('<level>7<', '<level>3<');
  expect(await onManager(open)).toBeGreaterThan(0);
  const at = open.indexOf('<active-response>');
  const off = '<active-response><disabled>yes</disabled></active-response>\n  ';
  expect(await onManager(`${open.slice(0, at)}${off}${open.slice(at)}`)).toBe(0);
});

test.each([
  [
    'a disabled response at the end: nothing is sent, so nothing is expected',
    (text: string) =>
      text.replace(
        '<!-- Logs of',
        '<ossec_config><active-response><disabled>yes</disabled></active-response></ossec_config>\n<!-- Logs of',
      ),
    { unseen: 0, notes: [] },
  ],
  [
    'alerts below a level are not logged: reports are among them',
    (text: string) => text.replace(/<log_alert_level>\d+/, '<log_alert_level>6'),
    { unseen: 0, notes: [expect.stringContaining('log_alert_level')] },
  ],
  ['no alerts.json', (text: string) => text.replace('<jsonout_output>yes', '<jsonout_output>no'), { jsonOff: true }],
])('%s', async (_, edit, expected) => {
  const text = edit(defaultConfig);
  expect(text).not.toBe(defaultConfig);
  expect(await counted(await makeWorkspace(text))).toMatchObject(expected);
});
