// Owns which manager directory a server works on: the one in RIPOSTE_MANAGER_DIR, else a sandbox in the state folder,
// prepared before the server starts and stopped after it. What a sandbox is, lib/sandbox knows.
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { projectDir } from './project-dir.mjs';
import { runChild, startChild } from './run-child.mjs';
import { typeScriptFlags } from './type-script-flags.mjs';

const prepareScript = join(projectDir, 'lib', 'sandbox', 'prepare.ts');
const STDIO = ['ignore', 'ignore', 'inherit'];

/** Returns the environment to serve with, words for the person who started us, and `stop`. */
export async function prepareManager(stateDir, env = process.env) {
  const own = env.RIPOSTE_MANAGER_DIR;
  if (own) return { env: {}, description: `manager in ${own}`, stop: async () => {} };
  const dir = join(stateDir, 'sandbox-manager');
  const stop = async () => {
    // Runs while we are being stopped, so it must not be stopped by that.
    await startChild(process.execPath, prepareArgs(dir, '--stop'), { stdio: STDIO, until: AbortSignal.timeout(10_000) })
      .ended;
  };
  try {
    const code = await runChild(process.execPath, prepareArgs(dir), { stdio: STDIO });
    if (code !== 0) throw new Failure('The sandbox manager could not be prepared; the reason is above.');
  } catch (error) {
    await stop();
    throw error;
  }
  return { env: { RIPOSTE_MANAGER_DIR: dir, RIPOSTE_SANDBOX: '1' }, description: 'sandbox manager', stop };
}

function prepareArgs(dir, ...more) {
  return [...typeScriptFlags(), prepareScript, dir, ...more];
}
