/* Files and output in memory, for the tests of the verbs. */
import { encodeText, toByteString, toBytes } from '../ossec/byte-text.ts';
import { type Io, UsageError } from './io.ts';
import { type ExitCode, runCli } from './run-cli.ts';

export type Ran = { code: ExitCode; out: string; said: string; files: Map<string, string> };

/** Runs the command line over files given as decoded texts or byte strings of any bytes. */
export async function runInMemory(args: string[], files: Record<string, string | Uint8Array>): Promise<Ran> {
  const stored = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? encodeText(content) : toByteString(content),
    ]),
  );
  let out = '';
  let said = '';
  const io: Io = {
    async readBytes(path) {
      const text = stored.get(path);
      if (text === undefined) throw new UsageError(`Can't read ${path}: there is no such file.`);
      return toBytes(text);
    },
    async writeBytes(path, bytes) {
      stored.set(path, toByteString(bytes));
    },
    async writeNew(path, pieces) {
      if (stored.has(path)) throw new UsageError(`Can't write ${path}: it is there already.`);
      stored.set(path, [...pieces].map(toByteString).join(''));
    },
    answer: (text) => {
      out += text.endsWith('\n') || text === '' ? text : `${text}\n`;
    },
    say: (text) => {
      said += `${text}\n`;
    },
  };
  const code = await runCli(args, io);
  return { code, out, said, files: stored };
}
