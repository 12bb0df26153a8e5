// Owns a running server, from the free port to the last stopped process: `start` (production) and `dev`.
// Next prints its own banner; for `start` one line of ours replaces it, once the server answers.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuild } from './ensure-build.mjs';
import { ensureModules } from './ensure-modules.mjs';
import { Failure } from './failure.mjs';
import { claimAddress } from './listen-address.mjs';
import { nextEnv, nextScript } from './next-command.mjs';
import { startChild } from './run-child.mjs';
import { prepareManager } from './sandbox.mjs';
import { say } from './say.mjs';
import { ensureStateDir } from './state-dir.mjs';
import { stopSignal } from './stop-signal.mjs';

/** Serves the production build. Returns 0 when stopped as asked, else Next's exit code. */
export async function start() {
  const address = await claimAddress();
  await ensureModules();
  await ensureBuild();
  return withManager(async (manager) => {
    const { child, ended } = startNext('start', address, manager, ['ignore', 'pipe', 'inherit']);
    createInterface({ input: child.stdout }).on('line', tell);
    if (await isAnswering(address.probeUrl, ended)) {
      process.stdout.write(`Riposte is ready at ${address.url} (${manager.description})\n`);
    }
    return ended;
  });
}

/** Serves from source, with Next's own output. */
export async function dev() {
  const address = await claimAddress();
  await ensureModules();
  return withManager((manager) => startNext('dev', address, manager, ['ignore', 'inherit', 'inherit']).ended);
}

/** The link of the first start belongs to the answer, not to the messages. */
function tell(line) {
  if (line.startsWith('First start.')) process.stdout.write(`${line}\n`);
  else if (!isBanner(line)) say(line);
}

/** Whether a line of Next's output is part of its greeting. */
export function isBanner(line) {
  return /^\s*(▲|✓|- |$)/.test(line);
}

async function withManager(serve) {
  const stateDir = ensureStateDir();
  const manager = await prepareManager(stateDir);
  try {
    const code = await serve({ ...manager, env: { ...manager.env, RIPOSTE_STATE_DIR: stateDir } });
    return stopSignal.aborted ? 0 : code;
  } finally {
    await manager.stop();
  }
}

function startNext(command, { host, port }, manager, stdio) {
  const env = { ...nextEnv(), ...manager.env, HOST: host, PORT: String(port) };
  return startChild(process.execPath, [nextScript, command, '-H', host, '-p', String(port)], { env, stdio });
}

/** False when the server ended before it answered or a stop was asked for. Any HTTP answer counts. */
async function isAnswering(url, ended) {
  let isOver = false;
  const over = ended.finally(() => {
    isOver = true;
  });
  while (!isOver && !stopSignal.aborted) {
    const answer = fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (await Promise.race([answer, over.then(() => false)])) return !stopSignal.aborted;
    await sleep(50);
  }
  if (!stopSignal.aborted) throw new Failure('The server ended before it was ready; the reason is above.');
  return false;
}
