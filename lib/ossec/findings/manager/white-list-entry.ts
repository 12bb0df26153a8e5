/* Entries that do not cover what they seem to: what is no IPv4 address is a pattern, searched in the address (§2.5). */
import { breadthOf, MOST, shareWords } from '../../white-list/breadth.ts';
import { describeEntry } from '../../white-list/describe-entry.ts';
import type { Check, Finding } from '../finding.ts';
import { onFile, say } from '../support/say.ts';

const ID = 'white-list-entry';

export const whiteListEntry: Check = {
  id: ID,
  lint: 'L23',
  run: ({ whiteList }) => {
    const found = (whiteList ?? []).flatMap(({ address, line }): Finding[] => {
      const { trap } = describeEntry(address);
      return trap ? [onFile(ID, { ...trap, line })] : [];
    });
    return [...found, ...coverMost((whiteList ?? []).map(({ address }) => address))];
  },
};

/** Each of them small enough, all of them together not. */
function coverMost(entries: readonly string[]): Finding[] {
  const { ipv4 } = breadthOf(entries);
  if (ipv4 < MOST || entries.some((entry) => breadthOf([entry]).ipv4 >= MOST)) return [];
  const why = `They match ${shareWords(ipv4)} of them, and no response runs for an alert that carries one.`;
  return [onFile(ID, say('error', 'Together the entries cover half of all IPv4 addresses or more', why))];
}
