/* What a run of a script is about: the user for scripts that lock accounts, the address for all others. Pure. */
import { isIP } from 'node:net';
import type { ResponseReport } from '../alerts/alert-history.ts';
import { stockKindOf } from '../ossec/findings/stock-commands.ts';

type Said = Pick<ResponseReport['cause'], 'address' | 'user'>;

/** What the script needs from the alert, as far as it is a program that comes with Wazuh; null for one of your own. */
export const needOf = (script: string): 'srcip' | 'dstuser' | null => stockKindOf(script)?.needs ?? null;

/** Null when the alert carries nothing that the script could act on. */
export function targetOf(script: string, { address, user }: Said): string | null {
  const need = needOf(script);
  if (need === 'dstuser') return user;
  return need === 'srcip' ? address : (address ?? user);
}

/** Why a script that comes with Wazuh gives up; null when nothing is known to be wrong. It takes plain addresses only. */
export function lackOf(script: string, { address, user }: Said): 'missing' | 'no-address' | null {
  const need = needOf(script);
  if (need === null) return null;
  if ((need === 'srcip' ? address : user) === null) return 'missing';
  return need === 'srcip' && isIP(address ?? '') === 0 ? 'no-address' : null;
}
