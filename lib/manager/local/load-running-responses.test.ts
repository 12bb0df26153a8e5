import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRunningResponses, parseRunningResponses } from './load-running-responses.ts';

let directory: string;
let server: Server | null = null;
const asked: string[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'riposte-ask-'));
  asked.length = 0;
});
afterEach(async () => {
  server?.close();
  server = null;
  await rm(directory, { recursive: true, force: true });
});

/** A daemon that reads one framed question and lets `answer` deal with the socket. */
async function listen(answer: (socket: Socket) => void, inside = directory): Promise<void> {
  await mkdir(join(inside, 'queue/sockets'), { recursive: true });
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      asked.push(chunk.toString('utf8', 4, 4 + chunk.readUInt32LE()));
      answer(socket);
    });
  });
  const before = process.cwd();
  // A path of a socket is short: listened on from inside its folder.
  process.chdir(join(inside, 'queue/sockets'));
  await new Promise<void>((resolve) => server?.listen('analysis', resolve));
  process.chdir(before);
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}

const entry = {
  ...{ command: 'host-deny', location: 'REMOTE_AGENT', level: 7, timeout: 600 },
  ...{ agent_id: '031', rules_id: '5763,5712', rules_group: 'sshd,' },
};
const good = `ok ${JSON.stringify({ 'active-response': [entry] })}`;

test('the framed answer is read, also when it comes in pieces', async () => {
  const bytes = frame(good);
  await listen((socket) => {
    socket.write(bytes.subarray(0, 2));
    setTimeout(() => socket.write(bytes.subarray(2, 30)), 20);
    setTimeout(() => socket.write(bytes.subarray(30)), 40);
  });
  expect(await loadRunningResponses(directory)).toEqual([
    {
      ...{ command: 'host-deny', location: 'REMOTE_AGENT', level: 7, timeout: 600 },
      ...{ agentId: '031', rulesId: '5763,5712', rulesGroup: 'sshd,' },
    },
  ]);
  expect(asked).toEqual(['getconfig active_response']);
});

test('a path that is too long for a socket is reached all the same', async () => {
  const deep = join(directory, 'x'.repeat(120));
  await mkdir(deep);
  await listen((socket) => socket.write(frame(good)), deep);
  expect(await loadRunningResponses(deep)).toHaveLength(1);
});

test.each([
  ['says no', (socket: Socket) => socket.write(frame('err Could not get requested section'))],
  ['hangs up', (socket: Socket) => socket.destroy()],
  ['hangs up half-way', (socket: Socket) => socket.end(frame(good).subarray(0, 40))],
  ['announces too much', (socket: Socket) => socket.write(Buffer.from([0xff, 0xff, 0xff, 0x7f]))],
  ['never answers', () => undefined],
  ['answers no JSON', (socket: Socket) => socket.write(frame('ok {'))],
  ['answers something else', (socket: Socket) => socket.write(frame('ok {"global":{}}'))],
])('an analysisd that %s gives null', async (_, answer) => {
  await listen(answer);
  expect(await loadRunningResponses(directory)).toBeNull();
});

test('no socket gives null', async () => {
  expect(await loadRunningResponses(directory)).toBeNull();
});

test('what is absent is null or nothing, and an empty list is one', () => {
  expect(parseRunningResponses('{"active-response":[]}')).toEqual([]);
  expect(parseRunningResponses('{"active-response":[{"command":"a","location":"AS_ONLY"}]}')).toEqual([
    { command: 'a', location: 'AS_ONLY', agentId: null, level: 0, rulesId: null, rulesGroup: null, timeout: 0 },
  ]);
});
