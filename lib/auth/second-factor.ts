/*
 * The second factor of a person: an authenticator app, and codes for when it is lost. Owns the table second_factors. Knows no
 * request and no password; who asks has proved who they are.
 */
import { type Database, inTransaction } from '../state/database.ts';
import { hashOfRecoveryCode, newAppSecret, newRecoveryCodes, plainCode, stepOfCode } from './second-factor-codes.ts';

type Kept = { secret: string; confirmedAt: number | null; lastStep: number; recovery: string[] };

function load(database: Database, person: string): Kept | null {
  const row = database.prepare('SELECT * FROM second_factors WHERE person = ?').get(person);
  if (!row) return null;
  return {
    secret: String(row.secret),
    confirmedAt: row.confirmed_at === null ? null : Number(row.confirmed_at),
    lastStep: Number(row.last_step),
    recovery: JSON.parse(String(row.recovery)) as string[],
  };
}

/** Since when, and how many codes are left; null while there is none. */
export function loadSecondFactor(database: Database, person: string): { since: number; codesLeft: number } | null {
  const kept = load(database, person);
  return kept?.confirmedAt ? { since: kept.confirmedAt, codesLeft: kept.recovery.length } : null;
}

/** A new secret, of no use until a code has confirmed it; null when there is a second factor already. */
export function startSecondFactor(database: Database, person: string): string | null {
  const secret = newAppSecret();
  const { changes } = database
    .prepare(
      `INSERT INTO second_factors (person, secret, confirmed_at, last_step, recovery) VALUES (?, ?, NULL, 0, '[]')
       ON CONFLICT (person) DO UPDATE SET secret = excluded.secret WHERE confirmed_at IS NULL`,
    )
    .run(person, secret);
  return changes === 1 ? secret : null;
}

/** The app shows the right code: from now on it is asked for. Answers the codes for a lost device: nobody can read them again. */
export function confirmSecondFactor(
  database: Database,
  person: string,
  code: string,
  now = Date.now(),
): string[] | null {
  return inTransaction(database, () => {
    const kept = load(database, person);
    if (!kept || kept.confirmedAt !== null) return null;
    const step = stepOfCode(kept.secret, plainCode(code), now);
    if (step === null) return null;
    database
      .prepare('UPDATE second_factors SET confirmed_at = ?, last_step = ? WHERE person = ?')
      .run(now, step, person);
    return renewRecoveryCodes(database, person);
  });
}

/** Ten new codes for a lost device; the ones before are void. Null while there is no second factor. */
export function renewRecoveryCodes(database: Database, person: string): string[] | null {
  const codes = newRecoveryCodes();
  const { changes } = database
    .prepare('UPDATE second_factors SET recovery = ? WHERE person = ? AND confirmed_at IS NOT NULL')
    .run(JSON.stringify(codes.map(hashOfRecoveryCode)), person);
  return changes === 1 ? codes : null;
}

/** Takes a code of the app or one for a lost device, each once; answers which it was, null when it is neither. */
export function takeCode(
  database: Database,
  person: string,
  text: string,
  now = Date.now(),
): 'app' | 'recovery' | null {
  return inTransaction(database, () => {
    const kept = load(database, person);
    if (!kept || kept.confirmedAt === null) return null;
    const step = stepOfCode(kept.secret, plainCode(text), now);
    if (step !== null && step > kept.lastStep) {
      database.prepare('UPDATE second_factors SET last_step = ? WHERE person = ?').run(step, person);
      return 'app';
    }
    const hash = hashOfRecoveryCode(text);
    if (hash === null || !kept.recovery.includes(hash)) return null;
    const left = kept.recovery.filter((one) => one !== hash);
    database.prepare('UPDATE second_factors SET recovery = ? WHERE person = ?').run(JSON.stringify(left), person);
    return 'recovery';
  });
}

/** Whoever removes it has proved who they are, or is an administrator who helps somebody out. */
export function removeSecondFactor(database: Database, person: string): boolean {
  return database.prepare('DELETE FROM second_factors WHERE person = ?').run(person).changes === 1;
}
