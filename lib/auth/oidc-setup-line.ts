/*
 * What the log says at the start about sign-in through a provider: that it is on, or why it is not. Asks no provider.
 */
import { log } from '../log/log.ts';
import { readOidcSetup } from './oidc-settings.ts';

export function logOidcSetup(env: Readonly<Record<string, string | undefined>>): void {
  const setup = readOidcSetup(env);
  if (setup.kind === 'wrong') log('error', 'oidc-settings', { problem: setup.problem });
  if (setup.kind === 'on') log('info', 'oidc-on', { issuer: setup.settings.issuer.href });
}
