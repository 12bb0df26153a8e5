/*
 * Owns bin/wazuh-control of a sandbox: a shell line that runs this project's control.ts with the Node of this moment.
 * Does not know what control.ts does.
 */
import { fileURLToPath } from 'node:url';

/** What this Node needs to run TypeScript: a flag up to 22.17, nothing later. */
export function typeStrippingFlags(version: string): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const onByDefault = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return [...(onByDefault ? [] : ['--experimental-strip-types']), '--disable-warning=ExperimentalWarning'];
}

/** The text of the wrapper. */
export function renderControlWrapper(directory: string): string {
  const control = fileURLToPath(new URL('./control.ts', import.meta.url));
  const words = [process.execPath, ...typeStrippingFlags(process.versions.node), control, directory];
  return `#!/bin/sh\nexec ${words.map(quote).join(' ')} "$@"\n`;
}

const quote = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
