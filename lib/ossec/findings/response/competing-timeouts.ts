/* Undo is kept by program and address: a second response with the same program restarts the clock (dialect §5.4). */
import { describeSeconds } from '../../describe/describe-duration.ts';
import type { Check, Facts, ResponseFacts, RuleFacts } from '../finding.ts';
import { stockKindOf } from '../stock-commands.ts';
import { commandOf, isLive, timeoutOf } from '../support/command-of.ts';
import { placeOf } from '../support/place-of.ts';
import { responseCheck, say } from '../support/say.ts';
import { rulesSettingOff } from '../support/trigger-rules.ts';
import { shown } from '../support/words.ts';

const words = (seconds: number) => (seconds > 0 ? describeSeconds(seconds) : 'no undo');

export const competingTimeouts: Check = responseCheck('competing-timeouts', 'L18', (response, facts, index) => {
  const command = commandOf(response, facts);
  if (!isLive(response) || !command || !stockKindOf(command.executable)?.stateful) return null;
  const seconds = timeoutOf(response, command);
  const other = facts.responses
    .slice(0, index)
    .find((before) => isLive(before) && competes(before, response, seconds, command.executable, facts));
  if (!other) return null;
  const otherSeconds = timeoutOf(other, commandOf(other, facts));
  return say(
    'warning',
    `Two responses share the clock of ${shown(command.executable)}`,
    `One says ${words(otherSeconds)}, this one ${words(seconds)}. For one address, the response that runs last decides.`,
  );
});

/** Many pairs are compared: the sets are kept with the lists they are made of. */
const sets = new WeakMap<readonly RuleFacts[], Set<RuleFacts>>();

function competes(other: ResponseFacts, response: ResponseFacts, seconds: number, executable: string, facts: Facts) {
  const command = commandOf(other, facts);
  if (command?.executable !== executable || timeoutOf(other, command) === seconds) return false;
  const [here, there] = [placeOf(response.location), placeOf(other.location)];
  if (here.server !== there.server && !here.local && !there.local) return false;
  if (here.oneAgent && there.oneAgent && response.agentId !== other.agentId) return false;
  if (!facts.rules) return false;
  return overlap(rulesSettingOff(response, facts.rules), rulesSettingOff(other, facts.rules));
}

function overlap(some: readonly RuleFacts[], others: readonly RuleFacts[]): boolean {
  const known = sets.get(others) ?? new Set(others);
  sets.set(others, known);
  return some.some((rule) => known.has(rule));
}
