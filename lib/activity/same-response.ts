/* Is a response that the running manager tells one that a file gives? Pure. */
import type { RunningResponse } from '../manager/manager.ts';
import type { LoadedResponse } from '../ossec/model/verdict.ts';

/** What the manager leaves out of its answer says nothing against it. */
export const isSame = (told: RunningResponse, loaded: LoadedResponse): boolean =>
  told.command === loaded.command &&
  told.timeout === loaded.timeout &&
  told.level === loaded.level &&
  (loaded.location as readonly string[]).includes(told.location) &&
  (told.agentId === null || told.agentId === loaded.agentId) &&
  (told.rulesId === null || told.rulesId === loaded.rulesId) &&
  (told.rulesGroup === null || told.rulesGroup === loaded.rulesGroup);
