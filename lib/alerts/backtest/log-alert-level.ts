/* From which level on the manager writes alerts: below it a response fires all the same, and no history shows it. Pure. */

import type { Config } from '../../ossec/index.ts';
import { toCInt } from '../../ossec/model/c-number.ts';
import { sectionsNamed, valueNamed } from '../../ossec/model/read-model.ts';

/** What the manager takes when the file says nothing. */
const STOCK = 3;

/** <alerts><log_alert_level>; of several the last one counts. */
export function logAlertLevel({ tree }: Pick<Config, 'tree'>): number {
  const written = sectionsNamed(tree, 'alerts').flatMap(
    ({ children }) => valueNamed(children, 'log_alert_level') ?? [],
  );
  const last = written.at(-1);
  return last === undefined ? STOCK : toCInt(last);
}
