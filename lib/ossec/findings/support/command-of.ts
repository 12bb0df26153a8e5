/* From a response to its command, and to what the manager makes of the two together. */
import { toCInt } from '../../model/c-number.ts';
import type { CommandFacts, Facts, ResponseFacts } from '../finding.ts';
import { perFacts } from './per-facts.ts';

/** The command a response runs: of several with one name, the first. */
export const commandOf = ({ command }: ResponseFacts, facts: Facts): CommandFacts | null =>
  firstNamed(facts).get(command) ?? null;

/** The names of commands, each with the first command of that name. */
export const firstNamed = perFacts(
  ({ commands }): ReadonlyMap<string | null, CommandFacts> =>
    new Map(commands.toReversed().map((command) => [command.name, command])),
);

/** The commands that responses name: any, and those of responses that are on. */
export const namedCommands = perFacts(({ responses }) => ({
  all: new Set(responses.map(({ command }) => command)),
  live: new Set(responses.filter(({ off }) => !off).map(({ command }) => command)),
}));

/** Seconds until the undo; 0 for none, also where the command does not allow one. */
export const timeoutOf = ({ timeout }: ResponseFacts, command: CommandFacts | null): number =>
  command?.timeoutAllowed && timeout !== null ? toCInt(timeout) : 0;

/** Would the manager load this as a response: on, with a command and a place. */
export const isLive = (response: ResponseFacts): boolean =>
  !response.off && Boolean(response.command) && Boolean(response.location);

/** The name under which agents know the response: command name and timeout run together (dialect §8). */
export function arNameOf(response: ResponseFacts, facts: Facts): string | null {
  const command = commandOf(response, facts);
  return isLive(response) && command ? `${command.name}${timeoutOf(response, command)}` : null;
}
