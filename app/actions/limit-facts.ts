import 'server-only';
import type { Limits } from '@/lib/auth/roles';

/** Limits as the audit log tells them: nothing where there are none. */
export const limitFacts = ({ noAll, commands }: Limits): Record<string, string | boolean | readonly string[]> => ({
  ...(noAll && { mayNotUse: 'all' }),
  ...(commands !== null && { onlyCommands: commands.length === 0 ? 'none' : commands }),
});
