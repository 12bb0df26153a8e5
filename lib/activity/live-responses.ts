/*
 * Which responses are in force: those that the running manager tells, else those that it would load from the file. With what
 * an execution needs to be judged: program, timeout, place, trigger. Pure.
 */
import type { RunningResponse } from '../manager/manager.ts';
import type { Config } from '../ossec/index.ts';
import type { LoadedLocation, LoadedResponse } from '../ossec/model/verdict.ts';
import { isSame } from './same-response.ts';

export type Place = 'server' | 'all' | 'defined-agent' | 'local';

export type LiveResponse = Pick<LoadedResponse, 'command' | 'executable' | 'level' | 'rulesId' | 'rulesGroup'> & {
  /** Which block of the file it is; null when the manager runs it and the file does not have it. */
  block: number | null;
  line: number | null;
  /** 0: never undone. */
  timeoutSeconds: number;
  timeoutAllowed: boolean;
  place: Place;
  /** "031"; null unless the place is one agent. */
  agentId: string | null;
};

const WORDS: readonly [LoadedLocation, Place][] = [
  ['AS_ONLY', 'server'],
  ['ALL_AGENTS', 'all'],
  ['SPECIFIC_AGENT', 'defined-agent'],
];

/** Of several words in one <location> the manager takes one (wazuh-facts §2.2). */
const placeOf = (words: readonly string[]): Place => WORDS.find(([word]) => words.includes(word))?.[1] ?? 'local';

export const paddedId = (id: string | number): string => String(Number(id) || 0).padStart(3, '0');

/** `running` null: the manager can't be asked, the file counts. */
export function liveResponses({ model, verdict }: Config, running: readonly RunningResponse[] | null): LiveResponse[] {
  const fromFile = verdict.responses.map(({ timeout, location, agentId, ...loaded }): LiveResponse => {
    const place = placeOf(location);
    return {
      ...{ command: loaded.command, executable: loaded.executable, level: loaded.level },
      ...{ rulesId: loaded.rulesId, rulesGroup: loaded.rulesGroup },
      block: loaded.block,
      line: model.responses[loaded.block]?.line ?? null,
      timeoutSeconds: timeout,
      timeoutAllowed: commandNamed(verdict.commands, loaded.command)?.timeoutAllowed ?? false,
      place,
      agentId: place === 'defined-agent' ? paddedId(agentId ?? '') : null,
    };
  });
  if (running === null) return fromFile;
  return running.map((told): LiveResponse => {
    const at = verdict.responses.findIndex((loaded) => isSame(told, loaded));
    const known = fromFile[at];
    if (known) return known;
    const command = commandNamed(verdict.commands, told.command);
    const place = placeOf([told.location]);
    return {
      ...{ command: told.command, executable: command?.executable ?? told.command, level: told.level },
      ...{ rulesId: told.rulesId, rulesGroup: told.rulesGroup, block: null, line: null },
      ...{ timeoutSeconds: told.timeout, timeoutAllowed: command?.timeoutAllowed ?? told.timeout > 0, place },
      agentId: place === 'defined-agent' ? paddedId(told.agentId ?? '') : null,
    };
  });
}

/** Of several with one name, the first: the manager never uses the others. */
export const commandNamed = <C extends { name: string }>(commands: readonly C[], name: string): C | undefined =>
  commands.find((command) => command.name === name);

/** Where a response runs for an alert of that agent: ids, "000" for the manager. `connected`: agents that `all` reaches. */
export function targetAgents(
  { place, agentId }: Pick<LiveResponse, 'place' | 'agentId'>,
  alertAgent: string,
  connected: readonly string[],
): readonly string[] {
  if (place === 'server') return ['000'];
  if (place === 'all') return connected;
  return [place === 'defined-agent' ? (agentId ?? '') : alertAgent];
}
