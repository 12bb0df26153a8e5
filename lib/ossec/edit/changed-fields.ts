/*
 * Which of the asked values say something new. A form sends all it shows: a value that the file already says, in whatever
 * spelling (`5710, 5712`), is no change, and its bytes stay.
 */
import { toRuleIds, toRulesGroup } from './rules-group.ts';

/** A list of ids that the manager reads to its end (dialect §9). */
const PLAIN_IDS = /^ *\d+ *(, *\d+ *)*$/;

function says(written: string, asked: unknown): boolean {
  if (typeof asked === 'number') return /^\d+$/.test(written) && Number(written) === asked;
  if (!Array.isArray(asked)) return written === asked;
  if (typeof asked[0] !== 'number') return asked.length > 0 && written === toRulesGroup(asked as string[]);
  return PLAIN_IDS.test(written) && toRuleIds(written).join() === asked.join();
}

/** `set` without the values that `written` (null where the element is absent) already says. */
export function changedFields<Input extends object>(
  set: Input,
  written: (key: string) => string | null,
): Partial<Input> {
  const changed = Object.entries(set).filter(([key, asked]) => {
    const text = written(key);
    return text === null || !says(text, asked);
  });
  return Object.fromEntries(changed) as Partial<Input>;
}
