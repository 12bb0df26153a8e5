/* Does the manager have the response and send it: on, loaded, armed, and read since the file changed (wazuh-facts §2.4). Pure. */

import { isSame } from '../activity/same-response.ts';
import type { LoadedResponse } from '../ossec/model/verdict.ts';
import { bad, ok, type Said, unknown } from './link.ts';
import { formOf, type TracedResponse, type TraceFacts } from './trace-facts.ts';

const isUp = ({ daemons }: TraceFacts, name: string): boolean =>
  daemons.some((daemon) => daemon.name.endsWith(name) && daemon.running);

/** `onManager`: the run that is followed is one on the manager itself. */
export function loadedLink(facts: TraceFacts, block: TracedResponse, onManager: boolean): Said {
  return switchedOff(block) ?? notLoaded(facts, block) ?? notSent(facts, block, onManager) ?? notRead(facts, block);
}

function switchedOff(block: TracedResponse): Said | null {
  const fix = { line: block.line, href: formOf(block), fix: 'Switch the response on.' };
  if ('commented' in block) return bad('It stands inside a comment: the manager never sees it.', fix);
  return block.disabled ? bad('It says <disabled>yes</disabled>: the manager drops it.', fix) : null;
}

const loadedOf = ({ config }: TraceFacts, block: TracedResponse): LoadedResponse | null =>
  ('index' in block && config.verdict.responses.find((loaded) => loaded.block === block.index)) || null;

function notLoaded(facts: TraceFacts, block: TracedResponse): Said | null {
  const { verdict } = facts.config;
  const place = { line: block.line, href: formOf(block) };
  if (!verdict.accepted) {
    const [why = 'It does not say why.'] = verdict.errors;
    const fix = 'Mend the file: until then a restart leaves the manager down.';
    return bad(`The manager refuses this file. ${why}`, { line: block.line, href: '/', fix });
  }
  if (loadedOf(facts, block)) return null;
  const why = block.location?.includes('defined-agent')
    ? `Its agent_id “${block.agentId ?? ''}” names no agent, so the manager drops it at its start (message 1306).`
    : 'The manager drops it at its start: command or location is missing.';
  return bad(why, { ...place, fix: 'Choose where it runs.' });
}

function notSent(facts: TraceFacts, block: TracedResponse, onManager: boolean): Said | null {
  const { verdict, model } = facts.config;
  const armed = onManager ? verdict.queues.local : verdict.queues.remote;
  if (!armed) {
    const last = model.responses.findLast(({ disabled }) => disabled);
    const where = onManager ? 'on the manager' : 'to agents';
    return bad(
      `Nothing is sent ${where}: the disabled response on line ${last?.line ?? '?'} stands behind this one and switches off what is above it. The manager says nothing about it.`,
      {
        line: last?.line ?? block.line,
        href: last ? formOf(last) : '/responses',
        fix: 'Remove the disabled response, or put it into a comment.',
      },
    );
  }
  if (onManager && verdict.execd.disabled) {
    const fix = 'Take <disabled>yes</disabled> out of the first response of the file.';
    return bad('The first response of the file is disabled, which switches off wazuh-execd on the manager.', {
      ...{ line: model.responses[0]?.line ?? null, href: '/responses', fix },
    });
  }
  const needed = ['analysisd', onManager ? 'execd' : 'remoted'].find((name) => !isUp(facts, name));
  if (!needed) return null;
  return bad(`wazuh-${needed} is not running on the manager.`, { fix: 'Start the manager.', href: '/' });
}

function notRead(facts: TraceFacts, block: TracedResponse): Said {
  const { running, restartPending } = facts;
  const loaded = loadedOf(facts, block);
  const fix = { line: block.line, fix: 'Restart the manager.', href: '/' };
  if (running && loaded) {
    const has = running.some((told) => isSame(told, loaded));
    if (!has) return bad('The file has it, the running manager does not: it was not restarted since.', fix);
    return ok('The running manager has it.', { line: block.line });
  }
  if (restartPending)
    return unknown('The file changed after the manager started. Which responses it runs is not known.', fix);
  return ok('It is on, and the manager has read this file.', { line: block.line });
}
