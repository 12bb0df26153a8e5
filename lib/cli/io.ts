/*
 * What a verb may do to the world: read and write files, and answer. Texts are decoded (byte-text.ts), so that bytes which
 * are no UTF-8 leave the program as they came in.
 */
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { encodeText, toBytes } from '../ossec/byte-text.ts';

/** The call was wrong, or a file can't be read or written: exit code 2. */
export class UsageError extends Error {}

export type Io = {
  readBytes(path: string): Promise<Uint8Array>;
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** A new file that only its owner can read, piece by piece. Never over one that is there; all of it or none. */
  writeNew(path: string, pieces: Iterable<Uint8Array>): Promise<void>;
  /** The answer, to standard output, with a line end. */
  answer(text: string): void;
  /** Everything else, to standard error. */
  say(text: string): void;
};

/** Why a file can't be read or written, as the end of a sentence. */
export const reason = (thrown: unknown): string => {
  const code = (thrown as NodeJS.ErrnoException).code;
  const words: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'you are not allowed to',
    EISDIR: 'it is a directory',
    ENOSPC: 'the disk is full',
    EEXIST: 'it is there already',
  };
  return words[code ?? ''] ?? (thrown instanceof Error ? thrown.message : String(thrown));
};

export const processIo: Io = {
  async readBytes(path) {
    try {
      return new Uint8Array(await readFile(path));
    } catch (thrown) {
      throw new UsageError(`Can't read ${path}: ${reason(thrown)}.`);
    }
  },
  async writeBytes(path, bytes) {
    try {
      await writeFile(path, bytes);
    } catch (thrown) {
      throw new UsageError(`Can't write ${path}: ${reason(thrown)}.`);
    }
  },
  async writeNew(path, pieces) {
    let file: Awaited<ReturnType<typeof open>> | null = null;
    try {
      file = await open(path, 'wx', 0o600);
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } catch (thrown) {
      if (file) await rm(path, { force: true });
      throw new UsageError(`Can't write ${path}: ${reason(thrown)}.`);
    } finally {
      await file?.close();
    }
  },
  answer: (text) => {
    process.stdout.write(toBytes(encodeText(text.endsWith('\n') || text === '' ? text : `${text}\n`)));
  },
  say: (text) => {
    process.stderr.write(`${text}\n`);
  },
};
