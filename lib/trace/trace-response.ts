/*
 * Owns the chain of an alert to one response: eleven links, each with its evidence. A link tells what is known now; only the
 * reports tell what was then. Pure.
 */
import { commandNamed } from '../activity/live-responses.ts';
import { acceptsLink, agentLink, followedAgent, hostsOf, scriptLink, targetLink } from './agent-links.ts';
import { dataLink, whiteListLink } from './alert-links.ts';
import type { Said } from './link.ts';
import { loadedLink } from './loaded-link.ts';
import { executionOf, reportedLink, revertedLink } from './report-links.ts';
import { boundLink, ruleLink } from './rule-links.ts';
import type { LinkId, Trace } from './trace.ts';
import { keyOfBlock, type TracedResponse, type TraceFacts } from './trace-facts.ts';

const NEWER = 'The manager follows this response only since after the alert: it was added or changed later.';

/** Links that are the same for every response. */
const linksOfAlert = (facts: TraceFacts) => ({ rule: ruleLink(facts), whiteList: whiteListLink(facts) });

export function traceResponse(facts: TraceFacts, block: TracedResponse, shared = linksOfAlert(facts)): Trace {
  const command = block.command ?? '';
  const executable = commandNamed(facts.config.verdict.commands, command)?.executable ?? null;
  const followed = followedAgent(facts, block);
  const links: [LinkId, Said][] = [
    ['rule', shared.rule],
    ['bound', boundLink(facts, block)],
    ['loaded', loadedLink(facts, block, followed?.id === '000')],
    ['white-list', shared.whiteList],
    ['data', dataLink(facts, followed, executable)],
    ['target', targetLink(facts, block, followed)],
    ['agent', agentLink(facts, followed)],
    ['accepts', acceptsLink(facts, followed)],
    ['script', scriptLink(facts, followed, executable)],
  ];
  const isBroken = links.some(([, { state }]) => state === 'bad');
  const execution = executionOf(facts, followed, executable);
  const isNewer = !('commented' in block) && facts.isNewer(block);
  const silence = isNewer ? NEWER : facts.silence;
  links.push(
    ['reported', reportedLink({ ...facts, silence }, execution, isBroken)],
    ['reverted', revertedLink(execution, facts.now)],
  );
  return {
    key: keyOfBlock(block),
    command: command || 'no command',
    executable,
    line: block.line,
    follows: followed?.id ?? null,
    hosts: hostsOf(facts, block),
    outcome: execution?.outcome ?? null,
    links: links.map(([id, said]) => ({ id, ...said })),
  };
}

/** Every response of the file: those that ran first, then those that come furthest, in file order. */
export function traceAll(facts: TraceFacts): Trace[] {
  const { responses, commented } = facts.config.model;
  const shared = linksOfAlert(facts);
  const reach = ({ links, outcome }: Trace): number => {
    if (outcome !== null || links.some(({ id, state }) => id === 'reported' && state === 'waiting'))
      return links.length + 1;
    // Whether it is tied to the rule says most about what was meant.
    const isBound = links.some(({ id, state }) => id === 'bound' && state === 'ok');
    const at = links.findIndex(({ state }) => state === 'bad');
    return (at < 0 ? links.length - 1 : at / 100) + (isBound ? 1 : 0);
  };
  return [...responses, ...commented]
    .map((block) => traceResponse(facts, block, shared))
    .map((trace, at) => ({ trace, at, reach: reach(trace) }))
    .sort((a, b) => b.reach - a.reach || a.at - b.at)
    .map(({ trace }) => trace);
}
