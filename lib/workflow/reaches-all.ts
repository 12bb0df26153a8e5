/*
 * Does a planned file make something run on every agent that does not run there now? Asked of the two files, however the plan
 * came about. Pure.
 */
import { commandFacts, responseFacts } from '../ossec/edit/outcome.ts';
import type { ConfigModel } from '../ossec/model/config-model.ts';

/** Each response on every agent with its command, without where it stands. */
function printsOnAll({ responses, commands }: ConfigModel): string[] {
  return responses
    .map(responseFacts)
    .filter(({ location, off }) => !off && /all/i.test(location ?? ''))
    .map((response) => {
      const command = commands.find(({ name }) => name === response.command);
      return JSON.stringify([{ ...response, line: null }, command ? { ...commandFacts(command), line: null } : null]);
    });
}

export function reachesAll(before: ConfigModel, after: ConfigModel): boolean {
  const known = new Set(printsOnAll(before));
  return printsOnAll(after).some((print) => !known.has(print));
}
