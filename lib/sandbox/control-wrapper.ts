/*
 * Owns the programs in bin/ of a sandbox: a shell line each that runs a file of this project with the Node of this
 * moment. Does not know what those files do.
 */
import { fileURLToPath } from 'node:url';

/** What this Node needs to run TypeScript: a flag up to 22.17, nothing later. */
export function typeStrippingFlags(version: string): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const onByDefault = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return [...(onByDefault ? [] : ['--experimental-strip-types']), '--disable-warning=ExperimentalWarning'];
}

/** The text of the wrapper around a file of this folder, which gets the directory of the sandbox first. */
export function renderWrapper(file: 'control.ts' | 'analysisd.ts', directory: string): string {
  const program = fileURLToPath(new URL(`./${file}`, import.meta.url));
  const words = [process.execPath, ...typeStrippingFlags(process.versions.node), program, directory];
  return `#!/bin/sh\nexec ${words.map(quote).join(' ')} "$@"\n`;
}

const quote = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
