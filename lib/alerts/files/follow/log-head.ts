/*
 * Tells files of alerts apart by their first bytes, whatever they are called, and reads how long a compressed one's text is.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { FoundLog } from './find-logs.ts';

export const HEAD_BYTES = 4096;

/** The first bytes of the text, at most HEAD_BYTES. */
export async function readHead({ path, isGz }: Pick<FoundLog, 'path' | 'isGz'>): Promise<Buffer> {
  if (isGz) return readGzHead(path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export const hashHead = (head: Buffer, length: number): string =>
  createHash('sha256').update(head.subarray(0, length)).digest('base64url');

const TAIL_BYTES = 512;

/** Of the bytes before a place in the text; empty for compressed files, which nobody changes. */
export async function hashTail({ path, isGz }: Pick<FoundLog, 'path' | 'isGz'>, to: number): Promise<string> {
  if (isGz) return '';
  const file = await open(path);
  try {
    const length = Math.min(TAIL_BYTES, to);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, to - length);
    return hashHead(buffer, bytesRead);
  } finally {
    await file.close();
  }
}

/** The length of the text, as far as the file says: its remainder by 2^32. */
export async function gzTextLength(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4));
    return bytesRead === 4 ? buffer.readUInt32LE(0) : 0;
  } finally {
    await file.close();
  }
}

async function readGzHead(path: string): Promise<Buffer> {
  const source = createReadStream(path);
  const text = source.pipe(createGunzip());
  source.on('error', (error) => text.destroy(error));
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of text as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= HEAD_BYTES) break;
    }
  } finally {
    source.destroy();
    text.destroy();
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}
