/*
 * What is wrong with a white list entry while it is typed: only what no further key mends. And which kind a text is of, where
 * that is plain. Pure; the rules themselves are white-list-form's.
 */
import { type WhiteListFormValues, whiteListProblems } from './white-list-form.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
/** The beginning of an IPv4 address, or all of it. */
const IPV4_BEGUN = new RegExp(`^(?:${OCTET}\\.){0,3}(?:${OCTET})?$`);
/** May still become an IPv6 address. */
const IPV6_BEGUN = /^(?:[\da-f]{1,4}|[\da-f]*:[\da-f:.]*)$/i;

function isUnfinished({ kind, address, network, text }: WhiteListFormValues): boolean {
  const begun = { address, network, pattern: text }[kind].trim();
  if (begun === '') return true;
  if (kind === 'pattern') return false;
  const [before = '', behind] = begun.split('/', 2);
  if (behind === undefined) return IPV4_BEGUN.test(begun) || (IPV6_BEGUN.test(begun) && !begun.includes(':::'));
  // "/1" may become "/16", and "/255." a mask; "/0" and "/33" become nothing better.
  return (
    kind === 'network' && IPV4_BEGUN.test(before) && /^1?$|^\d{3}$|^[1-9]\d{0,2}\./.test(behind) && isMaskBegun(behind)
  );
}

const isMaskBegun = (mask: string): boolean =>
  IPV4_BEGUN.test(mask) && mask.split('.').length <= 4 && !isWholeIpv4(mask);

const isWholeIpv4 = (text: string): boolean => new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`).test(text);

/** What is wrong with the entry, as far as typing on cannot mend it; null while it may become right. */
export function liveProblem(values: WhiteListFormValues): string | null {
  const field = values.kind === 'pattern' ? 'text' : values.kind;
  return isUnfinished(values) ? null : (whiteListProblems(values)[field] ?? null);
}

const IPV4_WITH_SIZE = /^\s*[\d.]+\//;

/** The change that typing into the field of an address or a network makes: a slash tells one from the other. */
export function typedEntry(
  text: string,
  { kind, network }: Pick<WhiteListFormValues, 'kind' | 'network'>,
): Partial<WhiteListFormValues> {
  if (kind === 'address') return IPV4_WITH_SIZE.test(text) ? { kind: 'network', network: text } : { address: text };
  const hadSize = network.includes('/');
  return hadSize && text !== '' && !text.includes('/') ? { kind: 'address', address: text } : { network: text };
}
