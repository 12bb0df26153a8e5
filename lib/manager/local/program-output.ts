/*
 * Owns where the output of a program goes while it runs, and giving it on line by line, bounded.
 * Does not start or stop programs.
 */
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestartEvent } from '../manager.ts';
import { splitLines } from './split-lines.ts';

export type ProgramOutput = {
  stdio: StdioOptions;
  /** Starts giving lines on. */
  follow(child: ChildProcess): void;
  /** Gives on what is left, and lets go. */
  end(): void;
};

/** Output after this much is left out: a program gone wild must not fill the memory. */
const maxOutputBytes = 1024 * 1024;
const pollMilliseconds = 100;
const chunkBytes = 64 * 1024;

type Push = (event: RestartEvent) => void;
const streams = ['stdout', 'stderr'] as const;

/** Pipes: the program gets SIGPIPE when it writes and this process is gone. */
export function openPipes(push: Push): ProgramOutput {
  const limited = limitOutput(push);
  let child: ChildProcess | null = null;
  return {
    stdio: ['ignore', 'pipe', 'pipe'],
    follow(started) {
      child = started;
      for (const stream of streams) {
        const lines = splitLines((line) => limited.push(stream, line));
        started[stream]?.on('data', lines.add).on('end', lines.end);
      }
    },
    end() {
      for (const stream of streams) child?.[stream]?.destroy();
    },
  };
}

/**
 * Files without a name: they need no reader, so the program goes on to its end whatever becomes of this process. Without
 * room for them the program runs all the same, and a line says that its words are lost.
 */
export function openOutputFiles(push: Push): ProgramOutput {
  const limited = limitOutput(push);
  const files: number[] = [];
  try {
    for (const _ of streams) files.push(openUnnamedFile());
  } catch {
    for (const file of files.splice(0)) closeSync(file);
    const line = 'Riposte cannot keep the output: no file could be made in the folder for temporary files.';
    push({ kind: 'output', stream: 'stderr', line });
  }
  const readers = streams.map((stream, index) => {
    const lines = splitLines((line) => limited.push(stream, line));
    return { file: files[index], position: 0, lines };
  });
  const read = () => {
    for (const reader of readers)
      while (reader.file !== undefined && !limited.isFull()) {
        const chunk = readChunk(reader.file, reader.position);
        if (chunk.length === 0) break;
        reader.position += chunk.length;
        reader.lines.add(chunk);
      }
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    stdio: ['ignore', files[0] ?? 'ignore', files[1] ?? 'ignore'],
    follow() {
      timer = setInterval(read, pollMilliseconds);
    },
    end() {
      clearInterval(timer);
      read();
      for (const { lines } of readers) lines.end();
      for (const file of files.splice(0)) closeSync(file);
    },
  };
}

function openUnnamedFile(): number {
  const path = join(tmpdir(), `riposte-output-${randomBytes(8).toString('hex')}`);
  const file = openSync(path, 'ax+', 0o600);
  unlinkSync(path);
  return file;
}

/** By position: the program writes at its own. An unreadable file has no more output. */
function readChunk(file: number, position: number): Uint8Array {
  const buffer = Buffer.alloc(chunkBytes);
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, chunkBytes, position));
  } catch {
    return buffer.subarray(0, 0);
  }
}

function limitOutput(push: Push): { push(stream: 'stdout' | 'stderr', line: string): void; isFull(): boolean } {
  let bytes = 0;
  let cut = false;
  return {
    push(stream, line) {
      bytes += line.length + 1;
      if (bytes <= maxOutputBytes) push({ kind: 'output', stream, line });
      else if (!cut) push({ kind: 'output', stream: 'stderr', line: '(The rest of the output was left out.)' });
      cut = bytes > maxOutputBytes;
    },
    isFull: () => cut,
  };
}
