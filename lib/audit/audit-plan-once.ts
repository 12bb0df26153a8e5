/* Notes that a person has been shown a plan, once a plan: Review may be opened as often as one likes. */
import { type Database, inTransaction } from '../state/database.ts';
import { addAudit } from './audit-log.ts';

const ACTION = 'plan-reviewed';

/** Adds an entry unless the last plan that this person was shown is the same. `sha256` is that of the planned file. */
export function auditPlanOnce(database: Database, person: string, sha256: string): void {
  const shown = () =>
    database
      .prepare(
        `SELECT json_extract(detail, '$.plan') AS plan FROM audit WHERE person = ? AND action = '${ACTION}'
         ORDER BY seq DESC LIMIT 1`,
      )
      .get(person)?.plan;
  // Looked at first without a lock: as a rule there is nothing to add.
  if (shown() === sha256) return;
  inTransaction(database, () => {
    if (shown() !== sha256) addAudit(database, { person, action: ACTION, detail: { plan: sha256 } });
  });
}
