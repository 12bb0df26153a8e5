/*
 * An unexpected error of a request, in the log under the id that the error page shows. Knows Next's facts of it, and not the
 * address that was asked for: that may hold a one-time link.
 */
import { randomUUID } from 'node:crypto';
import { format } from 'node:util';
import { type Level, log } from './log.ts';

type Context = Readonly<{ routePath: string; routeType: string }>;

/** The id that Next gives an error of a page or an action; the browser gets it, and nothing else of the error. */
const digestOf = (thrown: unknown): string | undefined =>
  typeof thrown === 'object' && thrown !== null && 'digest' in thrown ? String(thrown.digest) : undefined;

const stackOf = (thrown: unknown): string => (thrown instanceof Error && thrown.stack) || String(thrown);

export function logRequestError(thrown: unknown, { routePath, routeType }: Context): void {
  const id = digestOf(thrown) ?? randomUUID();
  log('error', 'request-failed', { id, kind: routeType, route: routePath, message: stackOf(thrown) });
}

/** What Next and libraries print goes the same way: a message with line breaks would be several lines, of anybody's words. */
export function sendConsoleToLog(target: Pick<Console, 'error' | 'warn'> = console): void {
  const to =
    (level: Level) =>
    (...args: unknown[]) =>
      log(level, 'console', { id: args.map(digestOf).find((id) => id !== undefined), message: format(...args) });
  target.error = to('error');
  target.warn = to('warn');
}
