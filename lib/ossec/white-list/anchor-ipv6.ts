/* What somebody meant who wrote an IPv6 address, or the beginning of one, without anchors. Pure. */

/** Null where nobody can tell. What ends with a colon is a beginning: with a $ behind it no address would match. */
export function anchorIpv6(text: string): string | null {
  if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text)) return null;
  if (text.endsWith(':')) return /^[\da-f]/i.test(text) ? `^${text}` : null;
  return URL.canParse(`http://[${text}]/`) ? `^${text}$` : null;
}
