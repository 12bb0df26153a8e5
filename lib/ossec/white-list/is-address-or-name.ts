/* What srcip of an alert can be: an address, or the name of a host. Knows nothing of entries. Pure. */
import { toNumber } from './parse-entry.ts';

export function isIpv6(text: string): boolean {
  return text.includes(':') && /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`);
}

const isHostName = (text: string): boolean => /[a-z]/i.test(text) && /^\w[\w.-]*$/.test(text);

/** Numbers and dots alone are an address or nothing. */
export const isAddressOrName = (text: string): boolean => toNumber(text) !== null || isIpv6(text) || isHostName(text);
