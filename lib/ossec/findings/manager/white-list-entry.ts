/* What is no IPv4 address is a pattern, searched anywhere in the address (wazuh-facts §2.5). */
import type { Check, Finding } from '../finding.ts';
import { onFile, type Said, say } from '../support/say.ts';
import { shown } from '../support/words.ts';

const ID = 'white-list-entry';

export const whiteListEntry: Check = {
  id: ID,
  lint: 'L23',
  run: ({ whiteList }) =>
    (whiteList ?? []).flatMap(({ address, line }): Finding[] => {
      const said = look(address);
      return said ? [onFile(ID, { ...said, line })] : [];
    }),
};

function look(address: string): Said | null {
  const value = shown(address);
  if (address.replace(/^!/, '').split('|').includes('')) {
    const cause = address === '' ? 'An empty white list entry' : `The lone vertical bar in ${value}`;
    return say(
      'error',
      'The white list covers every address',
      `${cause} matches all, so alerts with an address run nothing.`,
    );
  }
  if (address !== address.trim()) {
    return say(
      'error',
      `White list entry ${value} holds blanks`,
      'Blanks are part of the entry, so it matches nothing.',
    );
  }
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(\/\S*)?$/.exec(address);
  if (octets?.slice(1, 5).some((octet) => Number(octet) > 255)) {
    return say(
      'blocker',
      `${value} is not an address`,
      'Wazuh refuses the file and does not start. Correct the white list entry.',
    );
  }
  if (address.startsWith('!')) {
    return say(
      'error',
      `The ! in white list entry ${value} is dropped`,
      'The entry matches what follows it. Nothing can be excepted.',
    );
  }
  if (/^[0-9a-f:]*:[0-9a-f:.]*(\/\d+)?$/i.test(address)) return lookAtIpv6(address, value);
  return null;
}

function lookAtIpv6(address: string, value: string): Said {
  if (address.includes('/')) {
    return say(
      'error',
      `${value} matches no address`,
      'An IPv6 entry is compared as text; networks do not work. Write its beginning, as in ^2001:db8:',
    );
  }
  return say(
    'warning',
    `${value} also matches longer addresses`,
    `An IPv6 entry is searched as text. Write ^${address}$ to match only this one.`,
  );
}
