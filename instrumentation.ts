// Next calls this once when the server starts, before the first request: what was interrupted is picked up even when nobody
// opens a page.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackground } = await import('./lib/workflow/start-background.ts');
  startBackground();
}
