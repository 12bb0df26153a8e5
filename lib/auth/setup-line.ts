/*
 * The first start: while there is nobody, who reads what Riposte prints becomes the first administrator. A new link each time
 * it starts.
 */
import { type Database, openDatabase } from '../state/database.ts';
import { linkAddress } from './link-address.ts';
import { makeLink } from './sign-in-links.ts';
import { hasNoUsers } from './users.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The line that stdout gets; null when there is somebody already. */
export function setupLine(database: Database, env: Env): string | null {
  if (!hasNoUsers(database)) return null;
  const address = linkAddress(makeLink(database, { kind: 'setup' }), env);
  return `First start. Open this link to set up Riposte (valid 1 hour, once): ${address}`;
}

/** Prints it. Stdout, not the log: a secret has no place there. */
export function printSetupLink(): void {
  const line = setupLine(openDatabase(), process.env);
  if (line !== null) process.stdout.write(`${line}\n`);
}
