import type { Instrumentation } from 'next';

// Next calls this once when the server starts, before the first request: what was interrupted is picked up even when nobody
// opens a page.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { sendConsoleToLog } = await import('./lib/log/request-error.ts');
  if (process.env.NODE_ENV === 'production') sendConsoleToLog();
  const { exposureProblem, listenHost } = await import('./lib/run/exposure.mjs');
  const problem = exposureProblem(listenHost(process.env), process.env);
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
  const { watchAddresses } = await import('./lib/auth/watch-addresses.ts');
  watchAddresses();
  const { printSetupLink } = await import('./lib/auth/setup-line.ts');
  printSetupLink();
  const { logOidcSetup } = await import('./lib/auth/oidc-setup-line.ts');
  logOidcSetup(process.env);
  const { startBackground } = await import('./lib/workflow/start-background.ts');
  startBackground();
}

/** The error page shows the id of an error; the log tells the rest. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logRequestError } = await import('./lib/log/request-error.ts');
  logRequestError(error, context);
};
