import { describe, expect, it } from 'vitest';
import type { Agent, PendingBlock } from '../manager/manager.ts';
import { checkConfig, type Verdict } from '../ossec/index.ts';
import { applyEffects, type EffectFacts } from './apply-effects.ts';

const response = (timeout: number, more = '') =>
  `<active-response>${more}<command>drop</command><location>local</location><level>7</level><timeout>${timeout}</timeout></active-response>`;
const verdict = (...blocks: string[]): Verdict =>
  checkConfig(
    Buffer.from(
      `<ossec_config><command><name>drop</name><executable>firewall-drop</executable><timeout_allowed>yes</timeout_allowed></command>${blocks.join('')}</ossec_config>`,
    ),
  );
const fixed = 'restart-ossec0 - restart-ossec.sh - 0\nrestart-wazuh0 - restart-wazuh - 0\n';
const agent = (id: string, over: Partial<Agent> = {}): Agent => ({
  ...{ id, name: `web-${id}`, address: 'any', system: 'linux', systemName: null, version: 'Wazuh v4.14.7' },
  ...{ connection: 'active', ...over },
});
const block = (agentId: string, until: number | null, agentName: string | null = null): PendingBlock => ({
  ...{ agentId, agentName, command: 'firewall-drop', target: '203.0.113.9', since: 0, until },
});
const one = verdict(response(600));
const facts: EffectFacts = {
  before: one,
  after: one,
  arConf: fixed + one.arConf,
  agents: [agent('001')],
  agentNote: null,
  pending: [],
  usualMs: null,
  restartCommand: 'systemctl restart wazuh-manager',
  now: 1_000_000,
};
const effects = (over: Partial<EffectFacts> = {}) => applyEffects({ ...facts, ...over });

it('nothing but the restart itself when nothing that agents know changes', () => {
  const after = verdict(response(600).replace('>7<', '>9<'));
  expect(effects({ after })).toEqual({
    usualSeconds: null,
    lifted: [],
    arConf: { changes: false, added: [], removed: [] },
    reload: null,
    execd: null,
  });
  expect(effects({ usualMs: 19_600 }).usualSeconds).toBe(20);
});

describe('ar.conf', () => {
  it('changes with a timeout: one entry goes, one comes, all connected agents reload', () => {
    const { arConf, reload } = effects({ after: verdict(response(300)) });
    const added = ['drop300 - firewall-drop - 300'];
    expect(arConf).toEqual({ changes: true, added, removed: ['drop600 - firewall-drop - 600'] });
    expect(reload).toMatchObject({ connected: 1, systems: [{ system: 'linux', count: 1 }], restarting: 0 });
  });

  it('counts equal entries, and changes by their number alone', () => {
    const { arConf } = effects({ after: verdict(response(600), response(600)) });
    expect(arConf).toMatchObject({ changes: true, added: ['drop600 - firewall-drop - 600'], removed: [] });
  });

  it('is compared with what the agents have now, not with a file that was never loaded', () => {
    const after = verdict(response(300));
    expect(effects({ before: after, after }).arConf.changes).toBe(true);
    expect(effects({ arConf: fixed + after.arConf, after }).arConf.changes).toBe(false);
    expect(effects({ arConf: null, after }).arConf.changes).toBe(true);
    expect(effects({ arConf: null }).arConf.changes).toBe(false);
  });
});

it('agents that are not connected do not reload; older ones restart; Windows is counted', () => {
  const agents = [
    agent('001'),
    agent('002', { connection: 'disconnected' }),
    agent('003', { system: 'windows', version: 'Wazuh v4.9.2' }),
    agent('004', { system: 'windows', version: 'v5.0.0' }),
    agent('005', { version: null }),
  ];
  expect(effects({ agents, after: verdict(response(300)), agentNote: 'Read from client.keys.' }).reload).toEqual({
    connected: 4,
    systems: [
      { system: 'linux', count: 2 },
      { system: 'windows', count: 2 },
    ],
    restarting: 1,
    windows: 2,
    note: 'Read from client.keys.',
  });
});

describe('timed blocks', () => {
  const pending = [block('001', 1_030_000, 'web-001'), block('000', null), block('000', 1_010_400), block('000', 999)];

  it('on the manager end with the restart, those that are over are not told', () => {
    expect(effects({ pending }).lifted).toEqual([
      { where: 'the manager', command: 'firewall-drop', target: '203.0.113.9', secondsLeft: 11 },
      { where: 'the manager', command: 'firewall-drop', target: '203.0.113.9', secondsLeft: null },
    ]);
  });

  it('on agents end only when ar.conf changes', () => {
    const lifted = effects({ pending, after: verdict(response(300)) }).lifted;
    expect(lifted?.map(({ where, secondsLeft }) => [where, secondsLeft])).toEqual([
      ['the manager', 11],
      ['web-001', 30],
      ['the manager', null],
    ]);
  });

  it('that nobody can count are not told as none', () => {
    expect(effects({ pending: null }).lifted).toBeNull();
  });
});

describe('execd', () => {
  const off = verdict(response(600, '<disabled>yes</disabled>'), response(60).replace('local', 'server'));

  it('that the planned file switches off is told as new, with the way to restart that is left', () => {
    expect(effects({ after: off }).execd).toEqual({
      ...{ state: 'off', wasSo: false, stopsOnManager: true },
      restartCommand: 'systemctl restart wazuh-manager',
    });
  });

  it('that is off already is told as such', () => {
    expect(effects({ before: off, after: off }).execd).toMatchObject({ state: 'off', wasSo: true });
    expect(effects({ before: off }).execd).toBeNull();
  });

  it('that would not start is told as dead', () => {
    const after = verdict(response(600, '<disabled>maybe</disabled>'));
    expect(effects({ after }).execd).toMatchObject({ state: 'dead' });
  });
});
