import { expect, it } from 'vitest';
import { describeEntry } from '@/lib/ossec/white-list/describe-entry';
import type { WhiteListRow } from '@/lib/view/white-list';
import { asCsv, asText } from './copied-list';

const row = (address: string, change: Partial<WhiteListRow> = {}): WhiteListRow => ({
  ...{ address, mark: null, changeId: null, lines: [1], description: describeEntry(address), coveredBy: null },
  ...{ note: '', expiresOn: '', isExpired: false, expiryWords: null, addedWords: null, ...change },
});
const rows = [
  row('127.0.0.1'),
  row('10.0.0.1', { mark: '-' }),
  row('10.20.9.0/24', { mark: '+', note: 'the "old" office, 2nd floor', expiresOn: '2026-12-31' }),
  row('192.0.2.1', { note: '=1+1' }),
];

it('copies what the draft leaves, one a line', () => expect(asText(rows)).toBe('127.0.0.1\n10.20.9.0/24\n192.0.2.1\n'));

it.each(['=1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', ' =1'])('does not let a spreadsheet run %j', (note) => {
  expect(asCsv([row('192.0.2.1', { note })])).toContain(`"'${note}"`);
});

it('copies a table whose quotes hold, and nothing that a spreadsheet would run', () => {
  expect(asCsv(rows).split('\r\n')).toEqual([
    '"Entry","Covers","Note","Last day"',
    '"127.0.0.1","Only 127.0.0.1.","",""',
    '"10.20.9.0/24","All from 10.20.9.0 to 10.20.9.255.","the ""old"" office, 2nd floor","2026-12-31"',
    '"192.0.2.1","Only 192.0.2.1.","\'=1+1",""',
    '',
  ]);
});
