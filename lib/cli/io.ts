/*
 * What a verb may do to the world: read and write files, and answer. Texts are decoded (byte-text.ts), so that bytes which
 * are no UTF-8 leave the program as they came in.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { encodeText, toBytes } from '../ossec/byte-text.ts';

/** The call was wrong, or a file can't be read or written: exit code 2. */
export class UsageError extends Error {}

export type Io = {
  readBytes(path: string): Promise<Uint8Array>;
  writeBytes(path: string, bytes: Uint8Array): Promise<void>;
  /** The answer, to standard output, with a line end. */
  answer(text: string): void;
  /** Everything else, to standard error. */
  say(text: string): void;
};

const reason = (thrown: unknown): string => {
  const code = (thrown as NodeJS.ErrnoException).code;
  const words: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'you are not allowed to',
    EISDIR: 'it is a directory',
    ENOSPC: 'the disk is full',
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
  answer: (text) => {
    process.stdout.write(toBytes(encodeText(text.endsWith('\n') || text === '' ? text : `${text}\n`)));
  },
  say: (text) => {
    process.stderr.write(`${text}\n`);
  },
};
