import type { WhiteListRow } from '@/lib/view/white-list';

/** The entries as the draft leaves them, one a line. */
export const asText = (rows: readonly WhiteListRow[]): string =>
  rows
    .filter(({ mark }) => mark !== '-')
    .map(({ address }) => `${address}\n`)
    .join('');

/** A spreadsheet takes what begins with these for a formula, some with blanks before. */
const FORMULA = /^\s*[=+\-@]/;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** The same with what each covers, its note and its last day. */
export function asCsv(rows: readonly WhiteListRow[]): string {
  const lines = rows
    .filter(({ mark }) => mark !== '-')
    .map(({ address, description, note, expiresOn }) => [address, description.words, note, expiresOn]);
  return [['Entry', 'Covers', 'Note', 'Last day'], ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
