/* Is an address covered by the white list, as the manager compares them (wazuh-facts §2.5). */

const toNumber = (address: string): number | null => {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (!octets || octets.some((octet) => octet > 255)) return null;
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
};

function bitsOf(mask: string | undefined): number {
  if (mask === undefined) return 32;
  const number = toNumber(mask);
  return number === null ? Number(mask) : number.toString(2).replaceAll('0', '').length;
}

function matches(address: string, entry: string): boolean {
  const [network = '', mask] = entry.split('/');
  const wanted = toNumber(network);
  const asked = toNumber(address.replace(/^::ffff:/i, ''));
  if (wanted !== null) {
    const size = 2 ** (32 - bitsOf(mask));
    return asked !== null && Math.floor(asked / size) === Math.floor(wanted / size);
  }
  const text = address.toLowerCase();
  return entry
    .toLowerCase()
    .split('|')
    .some((piece) => {
      const plain = piece.replace(/^\^/, '').replace(/\$$/, '');
      const [atStart, atEnd] = [piece.startsWith('^'), piece.endsWith('$')];
      if (atStart && atEnd) return text === plain;
      return atStart ? text.startsWith(plain) : atEnd ? text.endsWith(plain) : text.includes(plain);
    });
}

export const isListed = (address: string, entries: readonly string[]): boolean =>
  entries.some((entry) => matches(address, entry));
