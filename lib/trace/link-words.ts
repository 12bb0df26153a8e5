/* What the links of a chain are called, and what a chain comes to in a sentence. */
import { brokenLink, type LinkId, type LinkState, type Trace } from './trace.ts';

export const LINK_WORDS: Record<LinkId, { short: string; title: string }> = {
  rule: { short: 'Rule', title: 'The rule may set off responses' },
  bound: { short: 'Trigger', title: 'The rule sets off this response' },
  loaded: { short: 'Loaded', title: 'The manager has the response and sends it' },
  'white-list': { short: 'White list', title: 'The white list lets the alert through' },
  data: { short: 'Data', title: 'The alert has what the script needs' },
  target: { short: 'Target', title: 'There is a host to run it on' },
  agent: { short: 'Agent', title: 'The host can be reached' },
  accepts: { short: 'Accepts', title: 'The host accepts responses' },
  script: { short: 'Script', title: 'The script is there and fits the host' },
  reported: { short: 'Reported', title: 'The script reported that it ran' },
  reverted: { short: 'Undone', title: 'It was undone' },
};

export const STATE_WORDS: Record<LinkState, string> = {
  ok: 'Holds',
  bad: 'Broken',
  unknown: 'Not known',
  waiting: 'Still to come',
  unreached: 'Not reached',
};

/** One sentence; the evidence of the broken link tells the rest. */
export function verdictOf(trace: Trace): { state: 'bad' | 'ok' | 'unknown'; words: string } {
  const broken = brokenLink(trace);
  if (trace.outcome === 'failed') return { state: 'bad', words: 'It ran and failed' };
  const stateOf = (id: LinkId) => trace.links.find((link) => link.id === id)?.state;
  const isReported = stateOf('reported') === 'ok';
  if (broken && isReported && broken.id !== 'reverted')
    return { state: 'ok', words: 'It ran then. As things are now it would not' };
  if (broken?.id === 'reported')
    return { state: 'bad', words: 'Nothing known stands in the way, and yet no run was seen' };
  if (broken?.id === 'reverted') return { state: 'bad', words: 'It ran, and its undo was not seen' };
  if (broken) return { state: 'bad', words: `It stops at ${LINK_WORDS[broken.id].short.toLowerCase()}` };
  if (isReported) return { state: 'ok', words: 'It ran' };
  return { state: 'unknown', words: 'Nothing known stands in the way' };
}
