/*
 * Owns the stand-in for a running wazuh-analysisd that can be asked: `analysis-socket.ts <sandbox> <seconds>` answers
 * "getconfig active_response" at queue/sockets/analysis with what it was started with (wazuh-facts §7.3), and ends by
 * itself after that time. Does not know how it is started and stopped.
 */
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { LoadedResponse } from '../ossec/model/verdict.ts';
import { runningPath } from './control/running-responses.ts';

const socketPath = 'queue/sockets/analysis';
const maxTimerMilliseconds = 2 ** 31 - 1;

function answer(question: string, responses: LoadedResponse[]): string {
  if (question === 'getconfig active_response') {
    const entries = responses.map(({ command, location, agentId, rulesId, rulesGroup, level, timeout }) => ({
      ...{ command, location: location[0], level, timeout },
      ...(agentId === null ? {} : { agent_id: agentId }),
      ...(rulesId === null ? {} : { rules_id: rulesId }),
      ...(rulesGroup === null ? {} : { rules_group: rulesGroup }),
    }));
    return `ok ${JSON.stringify({ 'active-response': entries })}`;
  }
  return question.startsWith('getconfig ') ? 'err Could not get requested section' : 'err Unrecognized command';
}

function serve(socket: Socket, responses: LoadedResponse[]): void {
  let received = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 4 && received.length >= 4 + received.readUInt32LE()) {
      const length = received.readUInt32LE();
      const body = Buffer.from(answer(received.toString('utf8', 4, 4 + length), responses));
      const head = Buffer.alloc(4);
      head.writeUInt32LE(body.length);
      socket.write(Buffer.concat([head, body]));
      received = received.subarray(4 + length);
    }
  });
}

const [directory = '', lifeSeconds = '0'] = process.argv.slice(2);
const responses = JSON.parse(readFileSync(runningPath(directory), 'utf8'));
// From inside the directory: the path of a socket must be short.
process.chdir(directory);
rmSync(socketPath, { force: true });
createServer((socket) => serve(socket, responses)).listen(socketPath);
// Longer than a timer can be is for ever.
const lifeMilliseconds = Number(lifeSeconds) * 1000;
if (lifeMilliseconds <= maxTimerMilliseconds) setTimeout(() => process.exit(0), lifeMilliseconds);
