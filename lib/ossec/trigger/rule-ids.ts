/*
 * <rules_id> as the manager reads it (dialect §9): digits, then whatever up to the next comma; blanks and commas between are
 * skipped, anything else ends the list. Numbers are C's: 32 bits.
 */
import { toCInt } from '../model/c-number.ts';

/** The ids that the manager takes from the text, in its order. */
export function readRuleIds(text: string): number[] {
  const ids: number[] = [];
  let at = 0;
  for (;;) {
    while (text[at] === ',' || text[at] === ' ') at++;
    const digits = /^\d+/.exec(text.slice(at, at + 32))?.[0];
    if (digits === undefined) return ids;
    ids.push(toCInt(/^\d+/.exec(text.slice(at))?.[0] ?? digits));
    const comma = text.indexOf(',', at);
    if (comma === -1) return ids;
    at = comma;
  }
}
