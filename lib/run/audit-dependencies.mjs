// Owns the question whether a package that ships has a known weakness. The registry knows; offline nothing is known, and that
// is said, not failed.
import { spawn } from 'node:child_process';
import { projectDir } from './project-dir.mjs';
import { say } from './say.mjs';

const WITHIN_MS = 20_000;
const ARGS = ['audit', '--omit=dev', '--audit-level=high', '--json'];
const GRAVE = ['high', 'critical'];

/** 0 when nothing grave is known, or nothing can be known; 1 when a package that ships has a grave weakness. */
export async function auditDependencies() {
  const verdict = readVerdict(await ask());
  if (verdict.kind === 'unknown') say(`Known weaknesses of packages: not checked (${verdict.why}).`);
  else if (verdict.kind === 'found')
    say(`Packages with a grave weakness: ${verdict.packages.join(', ')}. See npm audit.`);
  return verdict.kind === 'found' ? 1 : 0;
}

/** What npm's report says. A registry without such a service answers with an error in the same JSON. */
export function readVerdict(report) {
  if (report === null) return { kind: 'unknown', why: 'the registry did not answer in time' };
  const { metadata, vulnerabilities = {}, message } = parse(report);
  if (!metadata?.vulnerabilities) return { kind: 'unknown', why: firstLine(message) || 'the registry does not tell' };
  const packages = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => GRAVE.includes(severity))
    .map(([name]) => name);
  return packages.length > 0 ? { kind: 'found', packages } : { kind: 'clean' };
}

/** npm's report; null when it took too long. npm waits for a registry that is away for minutes. */
function ask() {
  return new Promise((resolve) => {
    const child = spawn('npm', ARGS, { cwd: projectDir, stdio: ['ignore', 'pipe', 'ignore'] });
    let report = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(null);
    }, WITHIN_MS);
    child.stdout.on('data', (chunk) => {
      report += chunk;
    });
    child.once('error', () => resolve('{"message":"npm is not there"}'));
    child.once('close', () => {
      clearTimeout(timer);
      resolve(report);
    });
  });
}

function parse(report) {
  try {
    const read = JSON.parse(report);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** Without the address of the registry: it may carry a name or a token. */
const firstLine = (message) =>
  typeof message === 'string' ? message.split('\n', 1)[0].replace(/\s*-?\s*(GET|POST)? ?https?:\S*/g, '') : '';
