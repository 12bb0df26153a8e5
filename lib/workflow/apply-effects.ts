/*
 * What an apply does besides writing the file: how long the restart takes, which timed blocks it ends, whether ar.conf changes
 * and so which agents reload, whether the manager's own executor is cut off. Pure over facts; reads nothing.
 */
import type { Agent, AgentSystem, PendingBlock } from '../manager/manager.ts';
import type { Verdict } from '../ossec/index.ts';
import type { ApplyEffects, ArConfEffect, ExecdEffect, LiftedBlock, ReloadEffect } from '../view/apply-effects.ts';
import { listsExactly } from './apply/ar-conf.ts';

export type EffectFacts = {
  before: Verdict;
  after: Verdict;
  /** What etc/shared/ar.conf says now; null when it can't be read: then `before` has to do. */
  arConf: string | null;
  agents: readonly Agent[];
  agentNote: string | null;
  pending: readonly PendingBlock[] | null;
  usualMs: number | null;
  restartCommand: string | null;
  /** Epoch milliseconds. */
  now: number;
};

export function applyEffects(facts: EffectFacts): ApplyEffects {
  const { usualMs } = facts;
  const arConf = arConfEffect(facts);
  return {
    usualSeconds: usualMs === null ? null : Math.max(1, Math.round(usualMs / 1000)),
    lifted: liftedBlocks(facts, arConf.changes),
    arConf,
    reload: arConf.changes ? reloadEffect(facts) : null,
    execd: execdEffect(facts),
  };
}

const FIXED = /^restart-(ossec|wazuh)0 - /;

const entriesOf = (arConf: string): string[] => arConf.split('\n').filter((line) => line !== '' && !FIXED.test(line));

/** `list` without those of `taken`, each as often as it is there. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken];
  return list.filter((entry) => {
    const at = rest.indexOf(entry);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** analysisd writes ar.conf anew at each start; agents get it when its text is another (wazuh-facts §5.2). */
function arConfEffect({ arConf, before, after }: EffectFacts): ArConfEffect {
  const changes = arConf === null ? before.arConf !== after.arConf : !listsExactly(arConf, after.arConf);
  const [was, is] = [entriesOf(arConf ?? before.arConf), entriesOf(after.arConf)];
  return { changes, added: without(is, was), removed: without(was, is) };
}

const MANAGER = '000';

/** Whoever stops execd ends its timed blocks: the manager's at each restart, an agent's when it reloads (wazuh-facts §4.4). */
function liftedBlocks({ pending, now }: EffectFacts, isReloading: boolean): LiftedBlock[] | null {
  if (!pending) return null;
  return pending
    .filter(({ agentId, until }) => (agentId === MANAGER || isReloading) && (until === null || until > now))
    .map(({ agentId, agentName, command, target, until }) => ({
      where: agentId === MANAGER ? 'the manager' : (agentName ?? `agent ${agentId}`),
      command,
      target,
      secondsLeft: until === null ? null : Math.ceil((until - now) / 1000),
    }))
    .sort((a, b) => (a.secondsLeft ?? Number.MAX_SAFE_INTEGER) - (b.secondsLeft ?? Number.MAX_SAFE_INTEGER));
}

const SYSTEMS: readonly AgentSystem[] = ['linux', 'windows', 'macos', 'unix', 'unknown'];

/** From this version on an agent reloads its daemons; before, it restarts as a whole. */
const RELOADING = [4, 14];

function isBeforeReload(version: string | null): boolean {
  const found = /(\d+)\.(\d+)/.exec(version ?? '');
  if (!found) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major < (RELOADING[0] as number) || (major === RELOADING[0] && minor < (RELOADING[1] as number));
}

function reloadEffect({ agents, agentNote }: EffectFacts): ReloadEffect {
  const connected = agents.filter(({ connection }) => connection === 'active');
  const countOf = (system: AgentSystem) => connected.filter((agent) => agent.system === system).length;
  return {
    connected: connected.length,
    systems: SYSTEMS.map((system) => ({ system, count: countOf(system) })).filter(({ count }) => count > 0),
    restarting: connected.filter(({ version }) => isBeforeReload(version)).length,
    windows: countOf('windows'),
    note: agentNote,
  };
}

const execdState = ({ execd }: Verdict): ExecdEffect['state'] | null => {
  if (!execd.starts) return 'dead';
  return execd.disabled ? 'off' : null;
};

/** Wazuh's API and its dashboard restart the manager through execd: without it they can't (mechanisms M17, M29). */
function execdEffect({ before, after, restartCommand }: EffectFacts): ExecdEffect | null {
  const state = execdState(after);
  if (!state) return null;
  return { state, wasSo: execdState(before) === state, stopsOnManager: after.queues.local, restartCommand };
}
