/* The manager looks a command up while it reads the file: an unknown one, or one further down, and it does not start. */
import { toCInt } from '../../model/c-number.ts';
import type { Check, CommandFacts, Facts, Finding, ResponseFacts } from '../finding.ts';
import { commandOf } from '../support/command-of.ts';
import { placeOf } from '../support/place-of.ts';
import { type Said, say } from '../support/say.ts';
import { isSameButSpelling, shown } from '../support/words.ts';

export const unknownCommand: Check = {
  id: 'unknown-command',
  lint: 'L01',
  run: (facts) =>
    facts.responses.flatMap((response, index): Finding[] => {
      const said = response.command ? look(response, facts) : null;
      const subject = { kind: 'response' as const, index };
      return said ? [{ id: 'unknown-command', subject, line: response.line, ...said }] : [];
    }),
};

function look(response: ResponseFacts, facts: Facts): Said | null {
  const name = shown(response.command);
  const command = commandOf(response, facts);
  if (isDropped(response)) return null;
  if (command) return isBelow(command, response) ? below(name) : null;
  if (response.off) {
    return say(
      'note',
      `Command ${name} is not defined`,
      'The response is off. Define the command before you switch it on.',
    );
  }
  const near = facts.commands.find((other) => isSameButSpelling(other.name, response.command ?? ''));
  const advice = near
    ? `There is a command ${shown(near.name)}: the two names must be equal to the letter.`
    : 'Define the command above the response, or choose another one.';
  return say('blocker', `Command ${name} is not defined`, `Wazuh refuses the file and does not start. ${advice}`);
}

/** The manager drops such a block before it looks its command up; invalid-agent-id and missing-options say so. */
const isDropped = ({ location, agentId, repeatedOffenders }: ResponseFacts): boolean =>
  location ? placeOf(location).oneAgent && agentId !== null && toCInt(agentId) === 0 : repeatedOffenders !== null;

const isBelow = (command: CommandFacts, response: ResponseFacts): boolean =>
  !response.off && command.line !== null && response.line !== null && command.line > response.line;

const below = (name: string): Said =>
  say(
    'blocker',
    `Command ${name} is defined below its response`,
    'Wazuh reads from top to bottom and refuses the file. Move the command above the response.',
  );
