/*
 * Owns asking the running analysisd which responses it holds. That is what it read at its start, not what the file says.
 * Takes the answer apart leniently: of an entry that is not as expected nothing is guessed, the whole answer is null.
 */
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { RunningResponse } from '../manager.ts';
import { askDaemon } from './ask-daemon.ts';

const words = z.union([z.string(), z.number()]);
const entrySchema = z.object({
  command: z.string(),
  location: z.string(),
  agent_id: z.optional(words),
  rules_id: z.optional(words),
  rules_group: z.optional(z.string()),
  level: z.optional(z.coerce.number()),
  timeout: z.optional(z.coerce.number()),
});
const answerSchema = z.object({ 'active-response': z.array(entrySchema) });

/** Null when analysisd can't be asked, or answers something else. */
export async function loadRunningResponses(directory: string): Promise<RunningResponse[] | null> {
  const answer = await askDaemon(join(directory, 'queue/sockets/analysis'), 'getconfig active_response');
  return answer === null ? null : parseRunningResponses(answer);
}

/** The JSON behind "ok". An analysisd without responses answers with an empty list. */
export function parseRunningResponses(text: string): RunningResponse[] | null {
  try {
    const parsed = answerSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return null;
    return parsed.data['active-response'].map((entry) => ({
      command: entry.command,
      location: entry.location,
      agentId: entry.agent_id === undefined ? null : String(entry.agent_id),
      level: entry.level ?? 0,
      rulesId: entry.rules_id === undefined ? null : String(entry.rules_id),
      rulesGroup: entry.rules_group ?? null,
      timeout: entry.timeout ?? 0,
    }));
  } catch {
    return null;
  }
}
