/*
 * Reads a file of alerts piece by piece, plain or compressed, from a place in its text. A piece may be overwritten as soon as
 * the next one is asked for.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { FoundLog } from './find-logs.ts';

const PIECE = 1 << 20;
const GZ_PIECE = 1 << 18;

/** `onDisk`: bytes of the file that were read so far. */
export type Piece = { bytes: Buffer; onDisk: number };

/** Up to where the file ended when it was found; what is appended meanwhile is read the next time. */
export function readBytes({ path, isGz, size }: FoundLog, from: number): AsyncGenerator<Piece> {
  return isGz ? readGz(path, from) : readPlain(path, { from, to: size });
}

async function* readPlain(path: string, { from, to }: { from: number; to: number }): AsyncGenerator<Piece> {
  const file = await open(path);
  try {
    let [now, next] = [Buffer.allocUnsafe(PIECE), Buffer.allocUnsafe(PIECE)];
    let at = from;
    let reading = readPiece(file, now, { at, to });
    for (;;) {
      const length = await reading;
      if (length === 0) return;
      at += length;
      // The next piece is read while this one is looked at.
      reading = readPiece(file, next, { at, to });
      reading.catch(() => {});
      yield { bytes: now.subarray(0, length), onDisk: at };
      [now, next] = [next, now];
    }
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, into: Buffer, { at, to }: { at: number; to: number }): Promise<number> {
  const wanted = Math.min(into.length, to - at);
  return wanted > 0 ? (await file.read(into, 0, wanted, at)).bytesRead : 0;
}

async function* readGz(path: string, from: number): AsyncGenerator<Piece> {
  const source = createReadStream(path, { highWaterMark: GZ_PIECE });
  const text = source.pipe(createGunzip({ chunkSize: GZ_PIECE }));
  source.on('error', (error) => text.destroy(error));
  let before = from;
  try {
    for await (const bytes of text as AsyncIterable<Buffer>) {
      const skipped = Math.min(before, bytes.length);
      before -= skipped;
      if (skipped < bytes.length) yield { bytes: bytes.subarray(skipped), onDisk: source.bytesRead };
    }
  } finally {
    source.destroy();
    text.destroy();
  }
}
