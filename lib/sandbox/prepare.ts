/*
 * Owns the command line of the sandbox: `node lib/sandbox/prepare.ts <dir> [--stop] [--fresh]`.
 * The work is prepare-sandbox's. Importing this file does nothing but give its functions on.
 */
import { pathToFileURL } from 'node:url';
import { prepareSandbox, stopSandbox } from './prepare-sandbox.ts';

export { type PreparedSandbox, prepareSandbox, type SandboxOptions, stopSandbox } from './prepare-sandbox.ts';

async function main(words: string[]): Promise<number> {
  const [directory] = words.filter((word) => !word.startsWith('--'));
  if (!directory) {
    console.error('Usage: node lib/sandbox/prepare.ts <dir> [--stop] [--fresh]');
    return 2;
  }
  if (words.includes('--stop')) {
    await stopSandbox(directory);
    return 0;
  }
  const prepared = await prepareSandbox(directory, { fresh: words.includes('--fresh') });
  if (prepared.ok) return 0;
  console.error(`${prepared.failure.message}\n${prepared.failure.hint}`);
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
