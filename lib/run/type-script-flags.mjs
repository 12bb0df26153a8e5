// Owns which flags a Node needs to run our TypeScript files directly and to open node:sqlite. Knows versions, no files.

/** Flags for `node <flags> file.ts`; one that a version does not need is left out. */
export function typeScriptFlags(version = process.version) {
  const [major, minor] = numbers(version);
  const isStripping = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
  return [...(isStripping ? [] : ['--experimental-strip-types']), ...runtimeFlags(version)];
}

/** Flags for any program of ours, Next included (through NODE_OPTIONS). */
export function runtimeFlags(version = process.version) {
  const [major, minor] = numbers(version);
  const hasSqlite = major > 23 || (major === 23 && minor >= 4) || (major === 22 && minor >= 13);
  return [...(hasSqlite ? [] : ['--experimental-sqlite']), '--disable-warning=ExperimentalWarning'];
}

function numbers(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return [major, minor];
}
