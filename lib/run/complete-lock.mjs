// Owns package-lock.json staying usable with any registry. `npm install` leaves out the platform packages its registry
// does not carry, and `npm ci` then refuses that lock; it also notes where it fetched from. Run it after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { projectDir } from './project-dir.mjs';
import { say } from './say.mjs';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** Reads `os`, `cpu` and `libc` off a name like `@next/swc-linux-arm64-musl`; undefined when it names no platform. */
export function readPlatform(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.flatMap((word) => LIBRARIES[word] ?? []);
  if (cpu.length === 0) return undefined;
  return { ...(os.length > 0 && { os }), cpu, ...(libc.length > 0 && { libc }) };
}

/** Every optional dependency that a locked package names and that no entry answers for. */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([parent, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, parent, name))
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** The lock with an entry for every platform package, and without a trace of the registry it was made with. */
export function completeLock(lock) {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([path, { resolved, ...entry }]) => [path, entry]),
  );
  for (const { parent, name, version } of missingEntries(packages)) {
    const platform = readPlatform(name);
    if (!platform || !/^\d+\.\d+\.\d+\S*$/.test(version)) {
      throw new Failure(`complete-lock: cannot tell the platform or version of ${name}@${version} (from ${parent})`);
    }
    const { dev } = packages[parent];
    packages[`node_modules/${name}`] = { version, ...platform, ...(dev && { dev }), optional: true };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

/** The task: rewrites package-lock.json in place. */
export function completeLockFile() {
  const file = join(projectDir, 'package-lock.json');
  const before = JSON.parse(readFileSync(file, 'utf8'));
  const after = completeLock(before);
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
  const added = Object.keys(after.packages).length - Object.keys(before.packages).length;
  say(`package-lock.json is complete (${added} platform packages added)`);
}

/** Looks a name up as Node does: beside the parent's own packages first, then one folder up at a time. */
function isLocked(packages, parent, name) {
  for (let base = parent; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}
