/*
 * Owns handing the responses of a start to the stand-in that is asked about them, and waiting until it can be asked.
 * Does not start it.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { LoadedResponse } from '../../ossec/model/verdict.ts';
import { typeStrippingFlags } from '../control-wrapper.ts';

const maxWaitMilliseconds = 10_000;
const socketPath = (directory: string) => join(directory, 'queue/sockets/analysis');

/** Where the stand-in reads what it holds. */
export function runningPath(directory: string): string {
  return join(directory, 'var/run/analysisd-responses.json');
}

/** Writes down what analysisd holds from now on, and gives the program that answers for it. */
export function prepareAnalysisSocket(directory: string, responses: LoadedResponse[]): string[] {
  writeFileSync(runningPath(directory), JSON.stringify(responses), { mode: 0o640 });
  rmSync(socketPath(directory), { force: true });
  const program = fileURLToPath(new URL('../analysis-socket.ts', import.meta.url));
  return [process.execPath, ...typeStrippingFlags(process.versions.node), program, directory];
}

/** Returns when the stand-in listens, or after ten seconds. */
export async function waitForAnalysisSocket(directory: string): Promise<void> {
  for (let waited = 0; waited < maxWaitMilliseconds && !existsSync(socketPath(directory)); waited += 20)
    await sleep(20);
}
