/* Entries that do not cover what they seem to: what is no IPv4 address is a pattern, searched in the address (§2.5). */
import { describeEntry } from '../../white-list/describe-entry.ts';
import type { Check, Finding } from '../finding.ts';
import { onFile } from '../support/say.ts';

const ID = 'white-list-entry';

export const whiteListEntry: Check = {
  id: ID,
  lint: 'L23',
  run: ({ whiteList }) =>
    (whiteList ?? []).flatMap(({ address, line }): Finding[] => {
      const { trap } = describeEntry(address);
      return trap ? [onFile(ID, { ...trap, line })] : [];
    }),
};
