/*
 * Owns one question over a daemon's local socket: four bytes of length (little-endian), then the text, both ways; the
 * answer is "ok …" or "err …" (wazuh-facts §7.3). Bounded in size and time. Does not know what is asked.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { basename, dirname } from 'node:path';

const maxAnswerBytes = 4 * 1024 * 1024;
const timeoutMilliseconds = 3000;
/** The system's limit for the path of a socket. */
const maxPathBytes = 107;

/** What follows "ok "; null when the daemon is not there, says no, or does not answer in time. */
export async function askDaemon(socketPath: string, question: string): Promise<string | null> {
  let folder: FileHandle | null = null;
  try {
    let path = socketPath;
    if (Buffer.byteLength(path) > maxPathBytes) {
      folder = await open(dirname(socketPath), 'r');
      path = `/proc/self/fd/${folder.fd}/${basename(socketPath)}`;
    }
    const answer = await exchange(path, frame(question));
    return answer?.startsWith('ok ') ? answer.slice(3) : null;
  } catch {
    return null;
  } finally {
    await folder?.close();
  }
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body]);
}

/** Null for an answer that is too large, cut off or late. */
function exchange(path: string, request: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const socket = createConnection(path);
    const end = (answer: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), timeoutMilliseconds);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 4) return;
      const length = received.readUInt32LE();
      if (length > maxAnswerBytes) end(null);
      else if (received.length >= 4 + length) end(received.toString('utf8', 4, 4 + length));
    });
    socket.on('error', () => end(null));
    socket.on('close', () => end(null));
  });
}
