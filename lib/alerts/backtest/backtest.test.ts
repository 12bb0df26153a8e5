import { describe, expect, it } from 'vitest';
import { parseConfigText } from '../../ossec/index.ts';
import type { BacktestAnswer } from '../../view/backtest.ts';
import { createMemoryHistory } from '../fixtures/memory-history.ts';
import { actsOnAddress } from './acts-on-address.ts';
import { backtestDraft, type DraftResponse, MOST_CHANGED } from './backtest-draft.ts';
import { backtestResponse } from './backtest-response.ts';
import { logAlertLevel } from './log-alert-level.ts';
import { runsByResponse } from './runs-by-response.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;

const line = (id: number, level: number, daysAgo: number, srcip?: string) =>
  JSON.stringify({
    timestamp: new Date(NOW - daysAgo * DAY).toISOString(),
    id: `${id}.${daysAgo}`,
    rule: { id: String(id), level, description: `rule ${id}`, groups: ['sshd'] },
    agent: { id: '001', name: 'web-01' },
    data: srcip === undefined ? {} : { srcip },
  });
const TEXT = [
  line(5710, 5, 3, '192.0.2.1'),
  line(5710, 5, 2, '10.20.0.4'),
  line(5712, 10, 2, '192.0.2.1'),
  line(5712, 10, 1, '10.20.0.4'),
  line(651, 3, 1),
].join('\n');
const history = createMemoryHistory(() => TEXT);
const rule = (id: number, level: number) => ({ id, level, groups: 'syslog,sshd,', noAr: false });
const rules = [rule(5710, 5), rule(5712, 10), rule(651, 3), rule(5700, 1)];
const setting = {
  rules: { rules, byId: new Map(rules.map((one) => [one.id, one])) },
  whiteList: [] as string[],
  own: [{ address: '10.20.0.4', what: 'agent' as const, name: 'bastion' }],
  logLevel: 3,
  now: NOW,
};
const level = (least: number) => ({ level: least, rulesGroup: null, rulesId: null });
const asked = { trigger: level(5), needs: 'srcip' as const, timeoutSeconds: 600, agentsEach: 1, days: 30 as const };
const known = (answer: BacktestAnswer) => {
  if (answer.kind !== 'known') throw new Error(answer.kind);
  return answer;
};

describe('one response', () => {
  it('names our own addresses, and says how much of the period is known', async () => {
    const answer = known(await backtestResponse(history, asked, setting));
    expect(answer.runs).toBe(4);
    expect(answer.own).toEqual([{ address: '10.20.0.4', alerts: 2, listed: 0, unlistable: 0, own: setting.own[0] }]);
    expect(answer.known).toMatchObject({ knownDays: 3, isShort: true });
    expect(answer.peak).toMatchObject({ blocks: 2 });
    expect(answer.levels[5]).toBe(2);
    expect(answer.limits).toEqual([]);
  });

  it('keeps own addresses that the white list spares apart', async () => {
    const answer = known(await backtestResponse(history, asked, { ...setting, whiteList: ['10.20.0.4'] }));
    expect([answer.runs, answer.listed]).toEqual([2, 2]);
    expect(answer.own[0]).toMatchObject({ alerts: 2, listed: 2 });
  });

  it('ranks agents by runs, and knows an address once whatever srcip stands beside it', async () => {
    const alert = (agent: string, offset: number, data: object) =>
      JSON.stringify({
        timestamp: new Date(NOW - offset * 1000).toISOString(),
        ...{ id: `1.${offset}`, rule: { id: '5712', level: 10, description: 'SSH', groups: ['sshd'] } },
        ...{ agent: { id: agent, name: agent }, data },
      });
    const windows = { win: { eventdata: { ipAddress: '192.0.2.1' } } };
    const lines = [
      ...Array.from({ length: 36 }, (_, at) => alert(String(at % 12), at, { srcip: '10.20.0.4' })),
      ...[alert('099', 50, { srcip: '192.0.2.1' }), alert('099', 51, windows)],
    ];
    const answer = known(
      await backtestResponse(
        createMemoryHistory(() => lines.join('\n')),
        asked,
        { ...setting, whiteList: ['10.20.0.4'] },
      ),
    );
    expect(answer.agents.top[0]).toMatchObject({ id: '099', runs: 2 });
    expect(answer.agents).toMatchObject({ top: { length: 10 }, distinct: 13 });
    expect(answer.sources).toMatchObject({ top: [{ address: '192.0.2.1', alerts: 2, unlistable: 1 }], distinct: 1 });
    expect(answer.heldBack).toMatchObject({ top: [{ address: '10.20.0.4', alerts: 36, listed: 36 }], distinct: 1 });
  });

  it('says what history cannot show, and that a response feeds itself', async () => {
    const answer = known(await backtestResponse(history, { ...asked, trigger: level(1) }, setting));
    expect(answer.limits.map(({ key }) => key)).toEqual(['unlogged', 'self-feeding']);
    expect(answer.limits[0]?.detail).toContain('(5700)');
    expect(answer.lacking).toEqual({ field: 'srcip', runs: 1 });
  });

  it('says which rules are not on the manager now', async () => {
    const left = rules.filter(({ id }) => id !== 5712);
    const byId = new Map(left.map((one) => [one.id, one]));
    const answer = known(await backtestResponse(history, asked, { ...setting, rules: { rules: left, byId } }));
    expect(answer.limits).toMatchObject([{ key: 'gone', title: 'One of these rules is not on the manager now' }]);
    expect(answer.limits[0]?.detail).toContain('(5712) are counted, 2 of the runs');
  });

  it('asks about users where the command takes users, and counts levels that no rule should have', async () => {
    const user = (dstuser: string | undefined, offset: number, level = 10) =>
      JSON.stringify({
        timestamp: new Date(NOW - offset * 1000).toISOString(),
        ...{ id: `1.${offset}`, rule: { id: '5712', level, description: 'SSH', groups: ['sshd'] } },
        ...{ agent: { id: '001', name: 'web-01' }, data: { srcip: '192.0.2.1', dstuser } },
      });
    const lines = [user('ann', 1), user('bob', 2), user(undefined, 3), user('ann', 4, 20)].join('\n');
    const answer = known(
      await backtestResponse(
        createMemoryHistory(() => lines),
        { ...asked, needs: 'dstuser' },
        setting,
      ),
    );
    expect(answer.lacking).toEqual({ field: 'dstuser', runs: 1 });
    expect(answer.peak?.blocks).toBe(2);
    expect(answer.levels).toHaveLength(17);
    expect(answer.levels[16]).toBe(1);
  });

  it('says that nothing is read yet', async () => {
    const state = { kind: 'reading', doneBytes: 1, totalBytes: 9, file: 'alerts.json' } as const;
    const nothing = createMemoryHistory(() => '');
    const loadCoverage = async () => {
      const coverage = await nothing.loadCoverage();
      return coverage.ok ? { ok: true as const, value: { ...coverage.value, state } } : coverage;
    };
    expect(await backtestResponse({ ...nothing, loadCoverage }, asked, setting)).toEqual({
      ...{ kind: 'empty', source: 'files', state },
    });
  });

  it('says that there is no history, or why it cannot be read', async () => {
    expect(
      await backtestResponse(
        createMemoryHistory(() => ''),
        asked,
        setting,
      ),
    ).toMatchObject({ kind: 'empty' });
    const failure = { code: 'unreachable' as const, message: 'No.', hint: 'Mend it.' };
    const broken = { ...history, loadVariants: async () => ({ ok: false as const, failure }) };
    expect(await backtestResponse(broken as never, asked, setting)).toEqual({ kind: 'failed', failure });
  });
});

describe('a draft', () => {
  const draft = (before: number | null, after: number | null, isChanged = true): DraftResponse => ({
    ...{ key: `${before}`, title: 'x', words: '', isChanged, actsOnAddress: true },
    before: before === null ? null : { trigger: level(before), agentsEach: 1 },
    after: after === null ? null : { trigger: level(after), agentsEach: 1 },
  });

  it('tells runs before and after, of each changed response and of the file', async () => {
    const whiteList = { before: [], after: ['10.20.0.4'] };
    const answer = await backtestDraft(history, [draft(5, 10), draft(null, 3), draft(10, 10, false)], 30, {
      ...setting,
      whiteList,
    });
    if (answer.kind !== 'known') throw new Error(answer.kind);
    expect(answer.changed.map(({ before, after, whiteListOnly }) => [before, after, whiteListOnly])).toEqual([
      [4, 1, false],
      [0, 3, false],
      [2, 1, true],
    ]);
    expect(answer.total).toEqual({ before: 6, after: 5 });
    expect(answer.own).toEqual([]);
    expect(answer.sources).toMatchObject({ top: [{ address: '192.0.2.1' }], distinct: 1 });
    expect(answer.heldBack).toMatchObject({ top: [{ address: '10.20.0.4' }], distinct: 1 });
    expect(answer.agents).toEqual([{ id: '001', name: 'web-01', before: 6, after: 5 }]);
    expect(answer.byTime.reduce((sum, { after }) => sum + after, 0)).toBe(5);
    expect(answer.limits.map(({ key }) => key)).toEqual(['self-feeding']);
  });

  it('counts own addresses that lose their white-list entry, also where no response is changed', async () => {
    const gone = { before: ['10.20.0.4', '198.51.100.1'], after: ['198.51.100.1'] };
    const same = { before: ['10.20.0.4', '198.51.100.1'], after: ['198.51.100.1', '10.20.0.4'] };
    const ask = async (whiteList: typeof gone, live: DraftResponse[]) => {
      const answer = await backtestDraft(history, live, 30, { ...setting, whiteList });
      if (answer.kind !== 'known') throw new Error(answer.kind);
      return [answer.changed.map(({ before, after }) => [before, after]), answer.left, answer.own];
    };
    const own = { address: '10.20.0.4', alerts: 1, listed: 0, unlistable: 0, own: setting.own[0] };
    expect(await ask(gone, [draft(10, 10, false), draft(16, 16, false)])).toEqual([[[1, 2]], 0, [own]]);
    expect(await ask(same, [draft(10, 10, false)])).toEqual([[], 0, []]);
    // More than are told apart: the last one is left, its hits are not.
    const quiet = Array.from({ length: MOST_CHANGED }, () => draft(null, 16));
    expect(await ask(gone, [...quiet, draft(10, 10, false)])).toEqual([quiet.map(() => [0, 0]), 1, [own]]);
    expect(await ask(same, [...quiet, draft(10, 10, false)])).toEqual([quiet.map(() => [0, 0]), 0, []]);
  });

  it('knows an address once whatever srcip stands beside it', async () => {
    const alert = (offset: number, data: object) =>
      JSON.stringify({
        timestamp: new Date(NOW - offset * 1000).toISOString(),
        ...{ id: `1.${offset}`, rule: { id: '5712', level: 10, description: 'SSH', groups: ['sshd'] } },
        ...{ agent: { id: '001', name: 'web-01' }, data },
      });
    const lines = [alert(1, { srcip: '192.0.2.1' }), alert(2, { win: { eventdata: { ipAddress: '192.0.2.1' } } })];
    const twice = createMemoryHistory(() => lines.join('\n'));
    const answer = await backtestDraft(twice, [draft(null, 5)], 30, {
      ...setting,
      whiteList: { before: [], after: [] },
    });
    expect(answer).toMatchObject({ sources: { top: [{ address: '192.0.2.1', alerts: 2 }], distinct: 1 } });
  });

  it('names our own addresses only where what runs acts on addresses', async () => {
    const whiteList = { before: [], after: [] };
    const own = async (actsOnAddress: boolean) => {
      const answer = await backtestDraft(history, [{ ...draft(null, 5), actsOnAddress }], 30, {
        ...setting,
        whiteList,
      });
      return answer.kind === 'known' ? answer.own.map(({ address }) => address) : null;
    };
    expect(await own(true)).toEqual(['10.20.0.4']);
    expect(await own(false)).toEqual([]);
    expect(['firewall-drop.sh', 'mine.py', 'disable-account', 'wazuh-slack'].map(actsOnAddress)).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it('gives the failure of any of its questions', async () => {
    const failure = { code: 'gone', message: 'No.', hint: '' };
    const broken = { ...history, count: async () => ({ ok: false as const, failure }) };
    const whiteList = { before: [], after: [] };
    expect(await backtestDraft(broken, [draft(5, 10)], 30, { ...setting, whiteList })).toEqual({
      kind: 'failed',
      failure,
    });
  });
});

describe('runsByResponse', () => {
  it('counts each response day by day', async () => {
    const period = { from: NOW - (NOW % DAY) - 6 * DAY, to: NOW + 1 };
    const triggers = [level(10), null, { level: 0, rulesGroup: null, rulesId: '5710' }];
    const counted = await runsByResponse(history, triggers, { period, whiteList: [], byId: setting.rules.byId });
    expect(counted).toEqual({
      ok: true,
      value: [
        [0, 0, 0, 0, 1, 1, 0],
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 1, 0, 0],
      ],
    });
  });
});

describe('logAlertLevel', () => {
  it.each([
    ['', 3],
    ['<alerts><log_alert_level>7</log_alert_level></alerts>', 7],
    ['<alerts><log_alert_level>7</log_alert_level></alerts><alerts><log_alert_level>1</log_alert_level></alerts>', 1],
  ])('%s', (text, expected) => {
    expect(logAlertLevel(parseConfigText(`<ossec_config>${text}</ossec_config>`))).toBe(expected);
  });
});
